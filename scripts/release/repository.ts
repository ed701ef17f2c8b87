import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import models from '@tufjs/models';
import type { Role } from './keys.ts';
import { expiry, newest, publish, type ReleaseRepository, SPEC_VERSION, signAndPublish } from './metadata.ts';
import { firstRoot } from './root.ts';

const { Metadata, MetadataKind, MetaFile, Snapshot, TargetFile, Targets, Timestamp } = models;

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

/**
 * Makes an empty repository.
 * @param rootThreshold how many root keys must sign a root
 * @throws Error when there is one
 */
export function initRepository(repository: ReleaseRepository, rootThreshold = 1): void {
  const { dir } = repository;
  if (existsSync(join(dir, 'metadata'))) throw new Error(`there is a repository in ${dir} already`);
  const root = firstRoot(repository, rootThreshold);
  mkdirSync(join(dir, 'metadata'), { recursive: true });
  mkdirSync(join(dir, 'targets'), { recursive: true });
  publish(repository, 'root', root);
  publishTargets(repository, []);
}

/** Adds a build, or replaces the one of the same version, platform and architecture. Signs with the targets key. */
export function addBuild(repository: ReleaseRepository, file: string, build: Build): void {
  const { version, platform, arch, form } = build;
  const path = `assay-agent-${version}-${platform}-${arch}${form === 'bundle' ? '.cjs' : ''}`;
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const target = join(repository.dir, 'targets', `${sha256}.${path}`);
  writeFileSync(`${target}.br`, packed(bytes));
  copyFileSync(file, target);
  const entry = toTarget({ path, length: bytes.length, hashes: { sha256 } }, build);
  publishTargets(repository, [...targetsOf(repository).filter((other) => other.path !== path), entry]);
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

/** Signs the list of versions anew, as it is, before it expires or when its key is another. Signs with the targets key. */
export const resignTargets = (repository: ReleaseRepository): void =>
  publishTargets(repository, targetsOf(repository));

/** Signs snapshot and timestamp anew, before they expire: needs the online keys alone. */
export function refresh(repository: ReleaseRepository): void {
  const { version } = readTargets(repository).signed;
  const snapshot = new Snapshot({
    ...base(repository, 'snapshot'),
    meta: { 'targets.json': new MetaFile({ version }) },
  });
  signAndPublish(repository, 'snapshot', new Metadata(snapshot));
  const timestamp = new Timestamp({
    ...base(repository, 'timestamp'),
    snapshotMeta: new MetaFile({ version: snapshot.version }),
  });
  signAndPublish(repository, 'timestamp', new Metadata(timestamp));
}

/** What the repository offers. */
export const buildsOf = (repository: ReleaseRepository): Build[] =>
  targetsOf(repository).map(({ custom }) => custom as unknown as Build);

/**
 * For the way to agents, which the collector sends where they accept it: 35 MB of 118, in three seconds. What is signed is
 * the program itself. The best that there is takes 75 seconds and saves two more megabytes.
 */
const packed = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });

const toTarget = (
  file: { path: string; length: number; hashes: Record<string, string> },
  { version, platform, arch, form, rollout }: Build,
) => new TargetFile({ ...file, unrecognizedFields: { custom: { version, platform, arch, form, rollout } } });

function publishTargets(repository: ReleaseRepository, targets: InstanceType<typeof TargetFile>[]): void {
  const signed = new Targets({
    ...base(repository, 'targets'),
    targets: Object.fromEntries(targets.map((target) => [target.path, target])),
  });
  signAndPublish(repository, 'targets', new Metadata(signed));
  refresh(repository);
}

const base = (repository: ReleaseRepository, role: Role) => ({
  version: newest(repository, role) + 1,
  specVersion: SPEC_VERSION,
  expires: expiry(repository, role),
});

const targetsOf = (repository: ReleaseRepository) => Object.values(readTargets(repository).signed.targets);

function readTargets(repository: ReleaseRepository) {
  const version = newest(repository, 'targets');
  const file = join(repository.dir, 'metadata', `${version}.targets.json`);
  return Metadata.fromJSON(MetadataKind.Targets, JSON.parse(readFileSync(file, 'utf8')));
}
