import type { Hardware } from '@assay/shared';
import type { PrivateDir } from '../state/private-dir.ts';

/** On which machine the device key was made, by what its hardware is known by. */
export const KEY_ORIGIN_FILE = 'key-origin.json';

const IDS = ['serial', 'uuid', 'machine_id'] as const;
type Origin = Pick<Hardware, (typeof IDS)[number]>;

/** Once the key is written: one whose origin is not known is taken for another machine's. */
export const saveKeyOrigin = (dir: PrivateDir, { serial, uuid, machine_id }: Origin): void =>
  dir.write(KEY_ORIGIN_FILE, JSON.stringify({ serial, uuid, machine_id }));

/** Whether the key may have been made here. What only one of the two tells is no difference. */
export function isKeyFromHere(dir: PrivateDir, hardware: Origin): boolean {
  const origin = load(dir);
  return (
    origin !== null &&
    IDS.every((id) => !origin[id] || !hardware[id] || origin[id].toLowerCase() === hardware[id].toLowerCase())
  );
}

function load(dir: PrivateDir): Origin | null {
  try {
    return JSON.parse(dir.read(KEY_ORIGIN_FILE) ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
