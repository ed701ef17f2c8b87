import { absent, type Outcome, ok, type Tpm, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Probe } from '../probe.ts';
import { hiddenByWindows } from '../surroundings.ts';

const TPM = '/sys/class/tpm/tpm0';

/** The security chip the kernel has found. */
export const tpmOnLinux: Probe<'tpm'> = {
  signal: 'tpm',
  watch: ['/dev/tpm0', '/dev/tpmrm0'],
  everyMs: 900_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const hidden = await hiddenByWindows(files, 'security chip');
      if (hidden) return hidden;
      const classes = await ifThere(files.list('/sys/class'));
      if (!classes || classes.length === 0) return unknown('namespace', 'nothing to see in /sys/class');
      if (!(await files.exists(TPM))) return absent(`no ${TPM}`);
      return toTpm(
        await ifThere(files.readText(`${TPM}/tpm_version_major`)),
        await ifThere(files.readText(`${TPM}/device/caps`)),
      );
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

const FAMILIES: Record<string, string> = { '1': '1.2', '2': '2.0' };

/** @param caps text of a TPM 1.2's `caps` file; kernels before 5.6 have no `tpm_version_major` */
function toTpm(versionMajor: string | undefined, caps: string | undefined): Outcome<Tpm> {
  const version = FAMILIES[versionMajor?.trim() ?? ''] ?? /^TCG version: (1\.2)$/m.exec(caps ?? '')?.[1];
  if (version === undefined) return unknown('unparsed', `${TPM} does not say its version`);
  const manufacturer = toManufacturer(/^Manufacturer: 0x([0-9a-f]{8})$/im.exec(caps ?? '')?.[1]);
  return ok({ version, ...(manufacturer ? { manufacturer } : {}), kind: 'tpm' });
}

/** Four ASCII letters in a number, as the TCG vendor id registry has them. */
function toManufacturer(hex: string | undefined): string | undefined {
  const text = Buffer.from(hex ?? '', 'hex')
    .toString('latin1')
    .replace(/[\0 ]+$/, '');
  return /^[A-Za-z0-9 ]{2,4}$/.test(text) ? text : undefined;
}
