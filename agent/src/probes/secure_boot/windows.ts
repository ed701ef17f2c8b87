import { absent, ok, unknown } from '@assay/shared';
import { readKey } from '../../system/windows/registry.ts';
import { untoldToOutcome } from '../../system/windows/untold.ts';
import type { Probe } from '../probe.ts';

const STATE = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State';

/** What Windows found when it started: on only with keys enrolled. Off, it does not tell whether there are any. */
export const secureBootOnWindows: Probe<'secure_boot'> = {
  signal: 'secure_boot',
  watch: [],
  everyMs: 300_000,
  deadlineMs: 10_000,
  async observe({ exec }) {
    try {
      const state = await readKey(exec, STATE);
      if (!state) return absent(`no ${STATE}: the firmware has no Secure Boot`);
      const enabled = state.number('UEFISecureBootEnabled');
      if (enabled !== 0 && enabled !== 1) return unknown('unparsed', `${STATE}: no UEFISecureBootEnabled`);
      return ok(enabled === 1 ? { enabled: true, setup_mode: false } : { enabled: false });
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
};
