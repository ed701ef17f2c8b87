import { type DiskEncryption, type Outcome, ok, unknown } from '@assay/shared';
import { type Exec, execProblemToOutcome } from '../../system/exec.ts';
import { parsePlist } from '../../system/plist.ts';
import { asDict, flagAt, textAt } from '../../system/plist-fields.ts';
import type { Probe } from '../probe.ts';
import { type ApfsVolume, parseApfsList } from './apfs.ts';
import { parseFileVaultStatus } from './filevault.ts';
import { type Container, toVolumes } from './mac-volumes.ts';

const FILEVAULT = '/Library/Preferences/com.apple.fdesetup.plist';

/**
 * FileVault for each volume, by diskutil; `Encryption` alone says nothing, since Apple's chips encrypt every disk
 * with a key that opens by itself.
 */
export const diskEncryptionOnMacos: Probe<'disk_encryption'> = {
  signal: 'disk_encryption',
  watch: [FILEVAULT],
  everyMs: 900_000,
  deadlineMs: 25_000,
  async observe({ exec }) {
    const info = await exec.run('diskutil', ['info', '-plist', '/']);
    if (info.status !== 'ok') return execProblemToOutcome('diskutil', info);
    const root = asDict(parsePlist(info.stdout));
    const fileVault = flagAt(root, 'FileVault');
    const device = textAt(root, 'DeviceIdentifier');
    if (fileVault === undefined || device === undefined) {
      return unknown('unparsed', 'diskutil does not say whether / has FileVault');
    }
    const list = await exec.run('diskutil', ['apfs', 'list', '-plist']);
    const volumes = list.status === 'ok' ? parseApfsList(list.stdout) : undefined;
    const reference = textAt(root, 'APFSContainerReference');
    return judge(exec, {
      root: { device, fileVault, filesystem: textAt(root, 'FilesystemType') ?? 'unknown' },
      volumes: volumes ?? [],
      ...(reference ? { reference } : {}),
    });
  },
};

async function judge(exec: Exec, container: Container): Promise<Outcome<DiskEncryption>> {
  const data = container.volumes.find(
    (volume) => volume.container === container.reference && volume.roles.includes('Data'),
  );
  const status = await exec.run('fdesetup', ['status']);
  const words = parseFileVaultStatus(status.status === 'ok' ? status.stdout : '');
  const isOn = data?.fileVault ?? container.root.fileVault;
  const contradiction = await contradicts(exec, { isOn, data, container });
  if (contradiction && words.progress === undefined) return unknown('conflict', contradiction);
  const volumes = toVolumes({ ...container, data, words });
  return ok({ system_volume: volumes[0], volumes });
}

/** Sources that disagree while nothing is being converted: neither is stronger. */
async function contradicts(
  exec: Exec,
  { isOn, data, container }: { isOn: boolean; data: ApfsVolume | undefined; container: Container },
): Promise<string | undefined> {
  if (data?.converting) return undefined;
  if (data && data.fileVault !== container.root.fileVault) {
    return `diskutil: FileVault is ${onOff(container.root.fileVault)} for /, ${onOff(data.fileVault)} for its data`;
  }
  const answer = await exec.run('fdesetup', ['isactive']);
  // "false" comes with exit code 1.
  if (answer.status !== 'ok' && answer.status !== 'exit') return undefined;
  const word = /^(true|false)\s*$/.exec(answer.stdout)?.[1];
  if (word === undefined || (word === 'true') === isOn) return undefined;
  return `FileVault is ${onOff(isOn)} by diskutil and ${onOff(!isOn)} by fdesetup`;
}

const onOff = (on: boolean) => (on ? 'on' : 'off');
