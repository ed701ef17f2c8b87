import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import models from '@tufjs/models';
import { loadKeys, ROLES, type Role, type RoleKey } from './keys.ts';
import {
  currentRoot,
  expiry,
  publish,
  type ReleaseRepository,
  type RootMetadata,
  SPEC_VERSION,
  writeWhole,
} from './metadata.ts';

const { Metadata, MetadataKind, Root } = models;

/** How far a new root has come: by whom it must be signed before agents follow. */
export interface RootProgress {
  version: number;
  /** Signatures of the keys that the root before names, and how many it asks for; the same by its own. */
  byOld: { have: number; need: number };
  byNew: { have: number; need: number };
  isPublished: boolean;
}

export interface Rotation {
  /** Roles whose keys are those in `keysDir` from now on; the others keep theirs. */
  roles: readonly Role[];
  /** Where keys of the present root are that sign the new one. */
  oldKeysDir: string;
  /** Of the root's own keys; null: as it was. */
  threshold: number | null;
}

interface RootJson {
  _type: 'root';
  version: number;
  spec_version: string;
  expires: string;
  consistent_snapshot: boolean;
  keys: Record<string, object>;
  roles: Record<Role, { keyids: string[]; threshold: number }>;
}

const toMetadata = (root: RootJson): RootMetadata =>
  new Metadata(Root.fromJSON(root as unknown as Parameters<typeof Root.fromJSON>[0]));

/** The first root. @throws Error when the keys here cannot sign it */
export function firstRoot(repository: ReleaseRepository, threshold: number): RootMetadata {
  const nobody = { keyids: [], threshold: 1 };
  const root: RootJson = {
    ...{ _type: 'root', version: 1, spec_version: SPEC_VERSION, expires: expiry(repository, 'root') },
    ...{ consistent_snapshot: true, keys: {} },
    roles: { root: { ...nobody, threshold }, targets: nobody, snapshot: nobody, timestamp: nobody },
  };
  for (const role of ROLES) giveKeys(root, role, loadKeys(repository.keysDir, role));
  assertPossible(root);
  const metadata = toMetadata(root);
  signBy(metadata, metadata, loadKeys(repository.keysDir, 'root'));
  try {
    metadata.verifyDelegate('root', metadata);
  } catch (cause) {
    throw new Error(`cannot sign the first root: ${(cause as Error).message}`, { cause });
  }
  return metadata;
}

/**
 * Begins the next root: the same with another expiry, or with other keys. It is published once enough of the old and of
 * the new root keys have signed it (TUF, section 5.3.4); until then it waits beside the repository for `signRoot`.
 * @throws Error when one waits already, or when more signatures are asked for than there are keys
 */
export function rotateRoot(repository: ReleaseRepository, rotation: Rotation): RootProgress {
  const file = waitingFile(repository);
  if (existsSync(file)) throw new Error(`${file} waits for signatures: sign it, or remove it`);
  const old = currentRoot(repository);
  const next = old.signed.toJSON() as unknown as RootJson;
  next.version += 1;
  next.expires = expiry(repository, 'root');
  for (const role of rotation.roles) giveKeys(next, role, loadKeys(repository.keysDir, role));
  next.roles.root.threshold = rotation.threshold ?? next.roles.root.threshold;
  assertPossible(next);
  const metadata = toMetadata(next);
  for (const dir of [rotation.oldKeysDir, repository.keysDir]) signBy(metadata, old, keysIfAny(dir));
  return publishWhenSigned(repository, metadata);
}

/** Adds the signatures of the root keys here to the root that waits. @throws Error when none waits */
export function signRoot(repository: ReleaseRepository): RootProgress {
  const file = waitingFile(repository);
  if (!existsSync(file)) throw new Error('no root waits for signatures: npm run release -- rotate-root');
  const metadata = Metadata.fromJSON(MetadataKind.Root, JSON.parse(readFileSync(file, 'utf8')));
  signBy(metadata, currentRoot(repository), loadKeys(repository.keysDir, 'root'));
  return publishWhenSigned(repository, metadata);
}

const waitingFile = ({ dir }: ReleaseRepository): string => join(dir, 'root-waiting.json');

/** A ceremony may have old and new keys at different places, and some of them elsewhere. */
function keysIfAny(dir: string): RoleKey[] {
  try {
    return loadKeys(dir, 'root');
  } catch {
    return [];
  }
}

function publishWhenSigned(repository: ReleaseRepository, metadata: RootMetadata): RootProgress {
  const old = currentRoot(repository);
  const [byOld, byNew] = [signaturesBy(old, metadata), signaturesBy(metadata, metadata)];
  const isPublished = byOld.have >= byOld.need && byNew.have >= byNew.need;
  if (isPublished) {
    publish(repository, 'root', metadata);
    rmSync(waitingFile(repository), { force: true });
  } else writeWhole(waitingFile(repository), metadata);
  return { version: metadata.signed.version, byOld, byNew, isPublished };
}

function signaturesBy(root: RootMetadata, metadata: RootMetadata): { have: number; need: number } {
  const { ids, threshold } = rootRole(root);
  return { have: ids.filter((id) => id in metadata.signatures).length, need: threshold };
}

function rootRole({ signed }: RootMetadata): { ids: readonly string[]; threshold: number } {
  const { keyIDs = [], threshold = 1 } = signed.roles.root ?? {};
  return { ids: keyIDs, threshold };
}

/** By those that this root or the one before names: others say nothing to anybody. */
function signBy(metadata: RootMetadata, old: RootMetadata, keys: readonly RoleKey[]): void {
  const named = new Set([...rootRole(old).ids, ...rootRole(metadata).ids]);
  for (const { id, sign } of keys) if (sign && named.has(id)) metadata.sign(sign);
}

function giveKeys(root: RootJson, role: Role, keys: readonly RoleKey[]): void {
  root.roles[role] = { keyids: keys.map(({ id }) => id), threshold: root.roles[role].threshold };
  for (const { id, key } of keys) root.keys[id] = key.toJSON();
  const named = new Set(Object.values(root.roles).flatMap(({ keyids }) => keyids));
  for (const id of Object.keys(root.keys)) if (!named.has(id)) delete root.keys[id];
}

function assertPossible({ roles }: RootJson): void {
  for (const [role, { keyids, threshold }] of Object.entries(roles)) {
    if (threshold <= keyids.length) continue;
    throw new Error(`${role}: ${threshold} signatures are asked for, and there are ${keyids.length} keys`);
  }
}
