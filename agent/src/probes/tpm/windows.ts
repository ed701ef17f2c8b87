import { absent, ok, unknown } from '@assay/shared';
import { untoldToOutcome } from '../../system/windows/untold.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import type { Probe } from '../probe.ts';

/** The security chip by Win32_Tpm; no instance of it means no chip. */
export const createTpmOnWindows = (cim: CimBatch): Probe<'tpm'> => ({
  signal: 'tpm',
  watch: [],
  everyMs: 900_000,
  deadlineMs: CIM_DEADLINE_MS + 15_000,
  async observe(context) {
    try {
      const [chip] = (await cim.read(context)).items('tpm');
      if (!chip) return absent('no Win32_Tpm');
      // "2.0, 0, 1.38": the family, its level and its revision.
      const version = chip.text('spec')?.split(',')[0]?.trim();
      if (version !== '2.0' && version !== '1.2') return unknown('unparsed', 'Win32_Tpm: no version');
      const manufacturer = chip.text('manufacturer')?.replaceAll('\0', '').trim();
      return ok({
        version,
        ...(manufacturer && /^[A-Za-z0-9 ]{2,4}$/.test(manufacturer) ? { manufacturer } : {}),
        kind: 'tpm',
      });
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
});
