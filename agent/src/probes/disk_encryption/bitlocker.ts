import type { Volume } from '@assay/shared';
import type { CimAnswer, CimItem } from '../cim/answer.ts';

// The codes are those of Win32_EncryptableVolume (learn.microsoft.com, "BitLocker Drive Encryption Provider").
const METHODS: Record<number, string> = {
  1: 'AES-128 with diffuser',
  2: 'AES-256 with diffuser',
  3: 'AES-128',
  4: 'AES-256',
  5: 'hardware',
  6: 'XTS-AES-128',
  7: 'XTS-AES-256',
};
const CONVERTING: Record<number, string> = {
  2: 'encrypting',
  3: 'decrypting',
  4: 'encryption_paused',
  5: 'decryption_paused',
};
const SYSTEM = 0;
const PORTABLE = 2;

/** Every volume that BitLocker knows, the system's first. */
export function toVolumes(answer: CimAnswer): Volume[] {
  const filesystems = readFilesystems(answer);
  const volumes = answer.items('volumes').map((item) => toVolume(item, filesystems));
  return volumes.sort((a, b) => rank(a) - rank(b) || (a.mount < b.mount ? -1 : 1));
}

const rank = ({ role }: Volume) => (role === 'system' ? 0 : 1);

function toVolume(item: CimItem, filesystems: Map<string, string>): Volume {
  const drive = item.text('drive')?.toUpperCase();
  const device = item.text('device') ?? '';
  const [protection, conversion, method] = ['protection', 'conversion', 'method'].map((name) =>
    item.number(name),
  );
  const percent = item.number('percent');
  const judged = judge(protection, conversion);
  return {
    mount: drive ?? device,
    role: item.number('type') === SYSTEM ? 'system' : 'data',
    device,
    filesystem: filesystems.get(drive ?? '') || 'unknown',
    ...judged,
    ...(METHODS[method ?? 0] ? { method: `BitLocker ${METHODS[method ?? 0]}` } : {}),
    basis: `BitLocker protection ${protection ?? '?'}, conversion ${conversion ?? '?'}`,
    notes: [...judged.notes, ...(item.number('type') === PORTABLE ? ['removable'] : [])],
    ...(judged.state === 'converting' && percent !== undefined && percent >= 0 && percent <= 100
      ? { progress_percent: percent }
      : {}),
  };
}

type Judged = Pick<Volume, 'state' | 'encrypted' | 'protection_on' | 'notes'>;

/** A percentage is rounded and decides nothing; a locked volume tells neither code. */
function judge(protection: number | undefined, conversion: number | undefined): Judged {
  if (conversion === 0) return { state: 'not_encrypted', encrypted: false, notes: [] };
  const converting = CONVERTING[conversion ?? -1];
  if (converting) return { state: 'converting', encrypted: false, notes: [converting] };
  if (conversion !== 1 || (protection !== 0 && protection !== 1)) return { state: 'unknown', notes: [] };
  return protection === 1
    ? { state: 'encrypted', encrypted: true, protection_on: true, notes: [] }
    : { state: 'encrypted', encrypted: true, protection_on: false, notes: ['suspended_or_clear_key'] };
}

function readFilesystems(answer: CimAnswer): Map<string, string> {
  if (!answer.tells('logical_disks')) return new Map();
  return new Map(
    answer
      .items('logical_disks')
      .map((disk) => [disk.text('drive')?.toUpperCase() ?? '', disk.text('filesystem')?.toLowerCase() ?? '']),
  );
}
