import { absent, ok } from '@assay/shared';
import type { Probe } from '../probe.ts';
import { readMacController, readT2Policy } from '../secure_boot/mac-controller.ts';

/** A Mac has no TPM; its Secure Enclave is in the same chip that guards the start. */
export const tpmOnMacos: Probe<'tpm'> = {
  signal: 'tpm',
  watch: [],
  everyMs: 24 * 3_600_000,
  deadlineMs: 20_000,
  async observe({ exec }) {
    const controller = await readMacController(exec);
    if (controller.status !== 'ok') return controller;
    if (!controller.value) return absent('a Mac with neither T2 nor Apple silicon');
    const version = (await readT2Policy(exec)) ? 'T2' : 'Apple silicon';
    return ok({ version, manufacturer: 'Apple', kind: 'secure_enclave' });
  },
};
