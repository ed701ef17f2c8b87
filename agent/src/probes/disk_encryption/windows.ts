import { type DiskEncryption, type Outcome, ok, unknown, type Volume } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { UntoldError, untoldToOutcome } from '../../system/windows/untold.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { toVolumes } from './bitlocker.ts';

/** BitLocker by its driver's own codes, with a cheap look at the system volume in between. */
export const createDiskEncryptionOnWindows = (cim: CimBatch): Probe<'disk_encryption'> => ({
  signal: 'disk_encryption',
  watch: [],
  everyMs: 900_000,
  deadlineMs: 2 * CIM_DEADLINE_MS + 15_000,
  async observe(context) {
    try {
      return await observeVolumes(context, cim);
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
});

async function observeVolumes(context: ProbeContext, cim: CimBatch): Promise<Outcome<DiskEncryption>> {
  let volumes: Volume[];
  try {
    volumes = toVolumes(await cim.read(context));
  } catch (error) {
    if (!(error instanceof UntoldError)) throw error;
    return withoutCim(await isProtected(context.exec, 'C:'), error);
  }
  const seen = systemOf(volumes);
  if (!seen) return unknown('unparsed', 'BitLocker names no system volume');
  const isOn = await isProtected(context.exec, seen.mount);
  if (!contradicts(seen, isOn)) return ok({ system_volume: seen, volumes });
  // Somebody has changed it since the batch was asked, or one of the two is wrong.
  cim.doubt();
  const again = toVolumes(await cim.read(context));
  const system = systemOf(again);
  if (!system || contradicts(system, isOn)) {
    return unknown('conflict', `${seen.mount}: manage-bde and BitLocker's own codes disagree`);
  }
  return ok({ system_volume: system, volumes: again });
}

const systemOf = (volumes: readonly Volume[]) =>
  volumes.find(({ role, mount }) => role === 'system' && mount === 'C:') ??
  volumes.find(({ role }) => role === 'system');

const contradicts = ({ state, protection_on }: Volume, isOn: boolean | undefined) =>
  isOn !== undefined && state !== 'unknown' && isOn !== (protection_on === true);

/** Its exit code says it without a word: 0 protected, 1 not. Anything else, e.g. without a right to ask, says nothing. */
async function isProtected(exec: Exec, drive: string): Promise<boolean | undefined> {
  if (!/^[A-Z]:$/.test(drive)) return undefined;
  const answer = await exec.run('manage-bde', ['-status', drive, '-protectionaserrorlevel']);
  if (answer.status === 'ok') return true;
  return answer.status === 'exit' && answer.code === 1 ? false : undefined;
}

/** "Not protected" alone may be suspended, converting or off. */
function withoutCim(isOn: boolean | undefined, problem: UntoldError): Outcome<DiskEncryption> {
  if (isOn !== true) return problem.outcome;
  const volume: Volume = {
    mount: 'C:',
    role: 'system',
    device: 'C:',
    filesystem: 'unknown',
    encrypted: true,
    state: 'encrypted',
    basis: 'manage-bde: protected',
    notes: [problem.message],
    protection_on: true,
  };
  return ok({ system_volume: volume, volumes: [volume] });
}
