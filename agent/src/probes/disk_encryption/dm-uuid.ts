/** What a device-mapper node does to the data below it. */
export type DmKind =
  /** Encrypts it. */
  | { kind: 'encryption'; method: string }
  /** cryptsetup is at work on it. */
  | { kind: 'converting' }
  /** Joins, splits or checks it: the devices below decide. */
  | { kind: 'transparent'; note?: string }
  /** Made without a uuid: sysfs cannot say. */
  | { kind: 'unknown' };

// Names that cryptsetup writes into `CRYPT-<type>-…` (lib/libdevmapper.c, include/libcryptsetup.h). The longer
// name comes first.
const ENCRYPTION_TYPES = ['LUKS2-OPAL', 'LUKS1', 'LUKS2', 'PLAIN', 'LOOPAES', 'TCRYPT', 'BITLK', 'FVAULT2'];

/** Integrity is not secrecy: tools that list both as "crypt" mislead. */
const INTEGRITY_TYPES = ['VERITY', 'INTEGRITY'];

/** Classifies the text of `dm/uuid`. */
export function classifyDmUuid(uuid: string): DmKind {
  if (uuid === '') return { kind: 'unknown' };
  if (!uuid.startsWith('CRYPT-')) return { kind: 'transparent' };
  const type = uuid.slice('CRYPT-'.length);
  const is = (name: string) => type === name || type.startsWith(`${name}-`);
  const method = ENCRYPTION_TYPES.find(is);
  if (method) return { kind: 'encryption', method: method === 'PLAIN' ? 'dm-crypt' : method };
  if (is('TEMP')) return { kind: 'converting' };
  const integrity = INTEGRITY_TYPES.find(is);
  if (integrity) return { kind: 'transparent', note: `dm-${integrity.toLowerCase()}` };
  return is('SUBDEV') ? { kind: 'transparent' } : { kind: 'unknown' };
}
