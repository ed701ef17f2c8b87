import { type Outcome, ok, type SecureBoot, unknown } from '@assay/shared';
import { fileProblemToOutcome, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { hiddenByWindows } from '../surroundings.ts';

const EFI = '/sys/firmware/efi';
const EFIVARS = `${EFI}/efivars`;
const GLOBAL = '8be4df61-93ca-11d2-aa0d-00e098032b8c'; // UEFI 2.10, §3.3
const SHIM = '605dab50-e046-4300-abb6-3dd810dd8b23'; // github.com/rhboot/shim

/** The three variables that decide; undefined: not there. */
interface SecureBootVariables {
  secureBoot: Uint8Array | undefined;
  setupMode: Uint8Array | undefined;
  /** Shim's: 1 when somebody switched its validation off. */
  shimInsecure: Uint8Array | undefined;
}

/** Whether firmware and boot loader only start what is signed. */
export const secureBootOnLinux: Probe<'secure_boot'> = {
  signal: 'secure_boot',
  watch: [],
  everyMs: 60_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const hidden = (await hiddenByWindows(files, 'firmware')) ?? (await whyNoVariables(files));
      if (hidden) return hidden;
      const read = (name: string) => ifThere(files.readBytes(`${EFIVARS}/${name}`, 1024));
      return judgeSecureBoot({
        secureBoot: await read(`SecureBoot-${GLOBAL}`),
        setupMode: await read(`SetupMode-${GLOBAL}`),
        shimInsecure: await read(`MokSBStateRT-${SHIM}`),
      });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** A container's empty /sys/firmware hides the host's; a machine without EFI still shows other tables there. */
async function whyNoVariables(files: Files): Promise<Outcome<never> | undefined> {
  const firmware = await ifThere(files.list('/sys/firmware'));
  if (!firmware || firmware.length === 0) return unknown('namespace', 'nothing to see in /sys/firmware');
  if (!firmware.includes('efi')) return unknown('not_supported', `no ${EFI}: not started by EFI firmware`);
  const variables = await ifThere(files.list(EFIVARS));
  if (!variables || variables.length === 0) return unknown('namespace', `${EFIVARS} is not mounted`);
  return undefined;
}

/** Effective only with keys enrolled (no setup mode) and a shim that validates. */
function judgeSecureBoot(variables: SecureBootVariables): Outcome<SecureBoot> {
  if (!variables.secureBoot) return unknown('not_supported', 'the firmware has no SecureBoot variable');
  const on = toBoolean(variables.secureBoot);
  const setupMode = variables.setupMode && toBoolean(variables.setupMode);
  const shimInsecure = variables.shimInsecure && toBoolean(variables.shimInsecure);
  if (on === undefined) return unknown('unparsed', 'SecureBoot is not a variable of one byte');
  if (setupMode === undefined)
    return unknown('unparsed', 'SetupMode is missing or not a variable of one byte');
  if (variables.shimInsecure && shimInsecure === undefined) {
    return unknown('unparsed', 'MokSBStateRT is not a variable of one byte');
  }
  return ok({
    enabled: on && !setupMode && shimInsecure !== true,
    setup_mode: setupMode,
    ...(shimInsecure === undefined ? {} : { loader_validation: !shimInsecure }),
  });
}

/** efivarfs puts four bytes of attributes before the value. */
function toBoolean(bytes: Uint8Array): boolean | undefined {
  if (bytes.length !== 5) return undefined;
  const value = bytes[4];
  return value === 0 ? false : value === 1 ? true : undefined;
}
