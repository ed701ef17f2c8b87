import { AssayError } from '@assay/shared';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';

/** Name of the manifest within a backup; it is the first file in it. */
export const MANIFEST = 'manifest.json';

const BackupFile = Type.Object({
  // Whatever an administrator or an editor left among the keys; but below the directory of a restore.
  path: Type.String({ pattern: '^[A-Za-z0-9][^\\\\:\\x00-\\x1f]*$' }),
  bytes: Type.Integer({ minimum: 0 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});

/** What a backup holds: every file with its size and SHA-256. Times are milliseconds since 1970 UTC. */
export const BackupManifest = Type.Object({
  format: Type.Literal(1),
  assayVersion: Type.String(),
  schemaVersion: Type.Integer({ minimum: 1 }),
  createdAt: Type.Integer(),
  collectorId: Type.String(),
  devices: Type.Integer({ minimum: 0 }),
  files: Type.Array(BackupFile, { minItems: 1 }),
});
export type BackupManifest = Static<typeof BackupManifest>;
export type BackupFile = Static<typeof BackupFile>;

/** @throws AssayError `backup_invalid` */
export function parseManifest(text: string): BackupManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw invalid('its manifest is no JSON', cause);
  }
  if (!Value.Check(BackupManifest, value)) {
    const [problem] = Value.Errors(BackupManifest, value);
    throw invalid(`its manifest does not fit: ${problem?.instancePath ?? ''} ${problem?.message ?? ''}`);
  }
  // Written below a directory of the restore's own choosing, never beside it.
  if (value.files.some(({ path }) => path.split('/').includes('..'))) throw invalid('it names files outside');
  return value;
}

/** The one error of whatever is wrong with a backup. */
export const invalid = (why: string, cause?: unknown) =>
  new AssayError('backup_invalid', `cannot use this backup: ${why}`, { cause });
