import type { Volume } from '@assay/shared';
import type { ApfsVolume } from './apfs.ts';
import type { FileVaultStatus } from './filevault.ts';

/** The container that this system started from, and every volume that diskutil lists. */
export interface Container {
  root: { device: string; fileVault: boolean; filesystem: string };
  reference?: string;
  volumes: readonly ApfsVolume[];
}

interface Found extends Container {
  data: ApfsVolume | undefined;
  words: FileVaultStatus;
}

/** Apple's own volumes that never hold anybody's data. */
const APPLES = [
  'System',
  'Preboot',
  'Recovery',
  'Update',
  'Hardware',
  'XART',
  'xART',
  'iSCPreboot',
  'Installer',
];

/** The system first, then its data, its swap, and volumes of other kinds. Apple's own helpers are left out. */
export function toVolumes({ root, reference, volumes, data, words }: Found): [Volume, ...Volume[]] {
  const converting = data?.converting === true || words.progress !== undefined;
  const state = { fileVault: data?.fileVault ?? root.fileVault, converting, words };
  const system: Volume = {
    mount: '/',
    role: 'system',
    device: `/dev/${root.device}`,
    filesystem: root.filesystem,
    ...toState(state),
    basis: `diskutil: FileVault ${root.fileVault}${data ? ` for /, ${data.fileVault} for its data (${data.device})` : ''}`,
  };
  const others = volumes.flatMap((volume): Volume[] => {
    const isOurs = volume.container === reference;
    if (isOurs && volume === data) return [dataVolume(volume, state)];
    if (isOurs && volume.roles.includes('VM')) return [swapVolume(volume)];
    if (volume.roles.some((role) => APPLES.includes(role))) return [];
    return [otherVolume(volume)];
  });
  return [system, ...others];
}

interface State {
  fileVault: boolean;
  converting: boolean;
  words?: FileVaultStatus;
}

function toState({
  fileVault,
  converting,
  words,
}: State): Pick<Volume, 'encrypted' | 'state' | 'method' | 'notes' | 'progress_percent'> {
  const notes = words?.notes ?? [];
  if (converting) {
    const progress = words?.progress;
    return {
      encrypted: false,
      state: 'converting',
      notes,
      ...(progress === undefined ? {} : { progress_percent: progress }),
    };
  }
  return fileVault
    ? { encrypted: true, state: 'encrypted', method: 'FileVault', notes }
    : { encrypted: false, state: 'not_encrypted', notes };
}

const place = (volume: ApfsVolume, mount: string, role: Volume['role']) => ({
  mount,
  role,
  device: `/dev/${volume.device}`,
  filesystem: 'apfs',
});

const byDiskutil = ({ fileVault, encrypted }: ApfsVolume) =>
  `diskutil: FileVault ${fileVault}${!fileVault && encrypted ? ', only the key that the chip opens by itself' : ''}`;

const dataVolume = (volume: ApfsVolume, state: State): Volume => ({
  ...place(volume, '/System/Volumes/Data', 'home'),
  ...toState(state),
  basis: byDiskutil(volume),
});

/** FileVault has no say in it: macOS encrypts what it swaps out with a key that no restart survives. */
const swapVolume = (volume: ApfsVolume): Volume => ({
  ...place(volume, 'swap', 'swap'),
  encrypted: true,
  state: 'encrypted',
  method: 'encrypted virtual memory',
  basis: 'macOS always encrypts its swap',
  notes: [],
});

/** Where it is mounted, its list does not say. */
const otherVolume = (volume: ApfsVolume): Volume => ({
  ...place(volume, `/dev/${volume.device}`, 'data'),
  ...toState({ fileVault: volume.fileVault, converting: volume.converting }),
  basis: byDiskutil(volume),
});
