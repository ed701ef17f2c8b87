import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import models from '@tufjs/models';
import { loadKeys, type Role } from './keys.ts';

const { Metadata, MetadataKind } = models;

export const SPEC_VERSION = '1.0.31';
const DAY_MS = 86_400_000;

/** How long each role's word is good for: the time in which a withheld update is noticed is the timestamp's. */
const VALID_DAYS: Record<Role, number> = { root: 365, targets: 90, snapshot: 14, timestamp: 7 };

/** A repository on disk, by the TUF specification with consistent snapshots: a static directory to be served. */
export interface ReleaseRepository {
  dir: string;
  /** Directory with the keys; each command needs only those of the roles that it signs for. */
  keysDir: string;
  /** ms */
  now: number;
}

export type Signed = InstanceType<typeof Metadata<never>>;
export type RootMetadata = InstanceType<typeof Metadata<InstanceType<typeof models.Root>>>;

/** The root that counts now. @throws Error when there is no repository */
export function currentRoot(repository: ReleaseRepository): RootMetadata {
  const version = newest(repository, 'root');
  if (version === 0) throw new Error(`there is no repository in ${repository.dir}: npm run release -- init`);
  const file = join(repository.dir, 'metadata', `${version}.root.json`);
  return Metadata.fromJSON(MetadataKind.Root, JSON.parse(readFileSync(file, 'utf8')));
}

/**
 * Signs by the keys that are here, and publishes, if the present root finds them enough.
 * @throws Error when they are not, or are others than the root names
 */
export function signAndPublish(repository: ReleaseRepository, role: Exclude<Role, 'root'>, metadata: Signed) {
  for (const { sign } of loadKeys(repository.keysDir, role)) if (sign) metadata.sign(sign);
  const root = currentRoot(repository);
  try {
    root.verifyDelegate(role, metadata);
  } catch (cause) {
    const hint = `the keys in ${repository.keysDir} are not those that root ${root.signed.version} names`;
    throw new Error(`${hint}: ${(cause as Error).message}`, { cause });
  }
  publish(repository, role, metadata);
}

/** Whole or not at all: agents may be reading. The timestamp comes last, so what it names is there. */
export function publish({ dir }: ReleaseRepository, role: Role, metadata: Signed | RootMetadata): void {
  const { version } = metadata.signed as { version: number };
  const name = role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`;
  writeWhole(join(dir, 'metadata', name), metadata);
}

export function writeWhole(file: string, metadata: Signed | RootMetadata): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(metadata.toJSON(), null, 1)}\n`);
  renameSync(`${file}.new`, file);
}

/** RFC 3339, to the second. */
export const expiry = ({ now }: ReleaseRepository, role: Role): string =>
  new Date(now + VALID_DAYS[role] * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');

/** The newest version of a role's metadata; 0: there is none yet. */
export function newest({ dir }: ReleaseRepository, role: Role): number {
  if (!existsSync(join(dir, 'metadata'))) return 0;
  if (role === 'timestamp') {
    const file = join(dir, 'metadata/timestamp.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).signed.version : 0;
  }
  const versions = readdirSync(join(dir, 'metadata')).flatMap((name) => {
    const [, version, of] = /^(\d+)\.(\w+)\.json$/.exec(name) ?? [];
    return of === role ? [Number(version)] : [];
  });
  return Math.max(0, ...versions);
}
