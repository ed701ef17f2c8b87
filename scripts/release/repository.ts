import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import models from '@tufjs/models';
import { loadKey, ROLES, type Role } from './keys.ts';

const { Metadata, MetadataKind, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp } = models;

const SPEC_VERSION = '1.0.31';
const DAY_MS = 86_400_000;

/** How long each role's word is good for: the time in which a withheld update is noticed is the timestamp's. */
const VALID_DAYS: Record<Role, number> = { root: 365, targets: 90, snapshot: 14, timestamp: 7 };

/** Which build of the agent a file is. */
export interface Build {
  version: string;
  platform: string;
  arch: string;
  /** The whole executable, or the bundle for an installed runtime. */
  form: 'executable' | 'bundle';
  /** Of all devices, percent. */
  rollout: number;
}

/** A repository on disk, by the TUF specification with consistent snapshots: a static directory to be served. */
export interface ReleaseRepository {
  dir: string;
  /** Directory with the keys; each command needs only those of the roles that it signs for. */
  keysDir: string;
  /** ms */
  now: number;
}

/** Makes an empty repository. @throws Error when there is one */
export function initRepository(repository: ReleaseRepository): void {
  const { dir, keysDir } = repository;
  if (existsSync(join(dir, 'metadata'))) throw new Error(`there is a repository in ${dir} already`);
  const keys = ROLES.map((role) => [role, loadKey(keysDir, role)] as const);
  const root = Root.fromJSON({
    ...common(repository, 'root', 1),
    consistent_snapshot: true,
    keys: Object.fromEntries(keys.map(([, { id, key }]) => [id, key.toJSON()])),
    roles: Object.fromEntries(keys.map(([role, { id }]) => [role, { keyids: [id], threshold: 1 }])),
  });
  mkdirSync(join(dir, 'metadata'), { recursive: true });
  mkdirSync(join(dir, 'targets'), { recursive: true });
  publish(repository, 'root', new Metadata(root));
  publishTargets(repository, []);
}

/** Adds a build, or replaces the one of the same version, platform and architecture. Signs with the targets key. */
export function addBuild(repository: ReleaseRepository, file: string, build: Build): void {
  const { version, platform, arch, form } = build;
  const path = `assay-agent-${version}-${platform}-${arch}${form === 'bundle' ? '.cjs' : ''}`;
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  copyFileSync(file, join(repository.dir, 'targets', `${sha256}.${path}`));
  const target = toTarget({ path, length: bytes.length, hashes: { sha256 } }, build);
  publishTargets(repository, [...targetsOf(repository).filter((other) => other.path !== path), target]);
}

/** Gives a version to so many percent of the devices, or with 0 to none any more. Signs with the targets key. */
export function stage(repository: ReleaseRepository, version: string, rollout: number): void {
  let found = false;
  const targets = targetsOf(repository).map((target) => {
    if (target.custom.version !== version) return target;
    found = true;
    const { path, length, hashes, custom } = target;
    const staged = { ...custom, rollout } as unknown as Build;
    return toTarget({ path, length, hashes }, staged);
  });
  if (!found) throw new Error(`there is no version ${version} in the repository`);
  publishTargets(repository, targets);
}

/** Signs snapshot and timestamp anew, before they expire: needs the online keys alone. */
export function refresh(repository: ReleaseRepository): void {
  const { version } = readTargets(repository).signed;
  const snapshot = new Snapshot({
    ...base(repository, 'snapshot', next(repository, 'snapshot')),
    meta: { 'targets.json': new MetaFile({ version }) },
  });
  publish(repository, 'snapshot', new Metadata(snapshot));
  const timestamp = new Timestamp({
    ...base(repository, 'timestamp', next(repository, 'timestamp')),
    snapshotMeta: new MetaFile({ version: snapshot.version }),
  });
  publish(repository, 'timestamp', new Metadata(timestamp));
}

/** What the repository offers. */
export const buildsOf = (repository: ReleaseRepository): Build[] =>
  targetsOf(repository).map(({ custom }) => custom as unknown as Build);

const toTarget = (
  file: { path: string; length: number; hashes: Record<string, string> },
  { version, platform, arch, form, rollout }: Build,
) => new TargetFile({ ...file, unrecognizedFields: { custom: { version, platform, arch, form, rollout } } });

function publishTargets(repository: ReleaseRepository, targets: InstanceType<typeof TargetFile>[]): void {
  const signed = new Targets({
    ...base(repository, 'targets', next(repository, 'targets')),
    targets: Object.fromEntries(targets.map((target) => [target.path, target])),
  });
  publish(repository, 'targets', new Metadata(signed));
  refresh(repository);
}

function publish(
  { dir, keysDir }: ReleaseRepository,
  role: Role,
  metadata: InstanceType<typeof Metadata<never>>,
): void {
  metadata.sign(loadKey(keysDir, role).sign);
  const text = `${JSON.stringify(metadata.toJSON(), null, 1)}\n`;
  const name =
    role === 'timestamp'
      ? 'timestamp.json'
      : `${(metadata.signed as { version: number }).version}.${role}.json`;
  const file = join(dir, 'metadata', name);
  // Whole or not at all: agents may be reading. The timestamp comes last, so what it names is there.
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

const base = (repository: ReleaseRepository, role: Role, version: number) => ({
  version,
  specVersion: SPEC_VERSION,
  expires: expiry(repository, role),
});

const common = (repository: ReleaseRepository, role: Role, version: number) => ({
  _type: role,
  version,
  spec_version: SPEC_VERSION,
  expires: expiry(repository, role),
});

const expiry = ({ now }: ReleaseRepository, role: Role): string =>
  new Date(now + VALID_DAYS[role] * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');

const targetsOf = (repository: ReleaseRepository) => Object.values(readTargets(repository).signed.targets);

function readTargets(repository: ReleaseRepository) {
  const version = newest(repository, 'targets');
  const file = join(repository.dir, 'metadata', `${version}.targets.json`);
  return Metadata.fromJSON(MetadataKind.Targets, JSON.parse(readFileSync(file, 'utf8')));
}

const next = (repository: ReleaseRepository, role: Role): number => newest(repository, role) + 1;

/** 0: there is none yet. */
function newest({ dir }: ReleaseRepository, role: Role): number {
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
