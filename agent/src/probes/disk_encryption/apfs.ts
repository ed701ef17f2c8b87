import { parsePlist } from '../../system/plist.ts';
import { asDict, asList, flagAt, textAt } from '../../system/plist-fields.ts';

/** A volume as `diskutil apfs list` has it. */
export interface ApfsVolume {
  /** Without `/dev/`, e.g. `disk3s5`. */
  device: string;
  /** Device of the container it is in. */
  container: string;
  /** System, Data, Preboot, Recovery, VM …; none for a volume of a person's own. */
  roles: readonly string[];
  fileVault: boolean;
  /** With whichever key; see `fileVault`. */
  encrypted: boolean | undefined;
  converting: boolean;
}

/** Reads `diskutil apfs list -plist`; undefined when it is no such list, or a volume in it lacks what matters. */
export function parseApfsList(text: string): ApfsVolume[] | undefined {
  const list = asDict(parsePlist(text)).get('Containers');
  if (!Array.isArray(list)) return undefined;
  const volumes: ApfsVolume[] = [];
  for (const entry of list) {
    const container = textAt(asDict(entry), 'ContainerReference');
    for (const item of asList(asDict(entry).get('Volumes'))) {
      const dict = asDict(item);
      const device = textAt(dict, 'DeviceIdentifier');
      const fileVault = flagAt(dict, 'FileVault');
      if (container === undefined || device === undefined || fileVault === undefined) return undefined;
      volumes.push({
        device,
        container,
        roles: asList(dict.get('Roles')).filter((role) => typeof role === 'string'),
        fileVault,
        encrypted: flagAt(dict, 'Encryption'),
        converting: flagAt(dict, 'CryptoMigrationOn') === true,
      });
    }
  }
  return volumes;
}
