/** What makers leave in a serial or model field that they should have filled. */
const PLACEHOLDERS = [
  /^to be filled/,
  /o\.e\.m\./,
  /^oem$/,
  /^default string$/,
  /^system (serial number|manufacturer|product name|version)$/,
  /^(chassis|base board|board|product) serial number$/,
  /^not (specified|applicable|available|settable|present)$/,
  /^(none|null|n\/a|na|unknown|undefined|invalid|empty|standard|<bad index>)$/,
  /^0?123456789(0|abcdef)?$/,
  /^(.)\1*$/,
];

/** Whether the text names no particular machine. */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim().toLowerCase();
  return plain === '' || PLACEHOLDERS.some((pattern) => pattern.test(plain));
}

/** UUIDs that boards share or leave blank, lower case. */
const SHARED_UUIDS = new Set([
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'fefefefe-fefe-fefe-fefe-fefefefefefe',
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  '12345678-1234-5678-90ab-cddeefaabbcc',
  '4c4c4544-0000-2010-8020-80c04f202020',
]);

/** @returns the UUID in lower case, or undefined when it is malformed or names no particular machine */
export function toHardwareUuid(text: string): string | undefined {
  const uuid = text.trim().toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid)) return undefined;
  return SHARED_UUIDS.has(uuid) ? undefined : uuid;
}
