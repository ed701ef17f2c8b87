import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssayError, UPDATES_PATH } from '@assay/shared';
import models from '@tufjs/models';
import { type TargetFile, Updater } from 'tuf-js';
import type { Endpoint } from '../session/peer.ts';
import { type Offer, toOffer } from './choose.ts';
import { SessionFetcher } from './fetcher.ts';

type RootMetadata = InstanceType<typeof models.Metadata<InstanceType<typeof models.Root>>>;

// An executable with its runtime is some 120 MB.
const MAX_TARGET_BYTES = 300 * 1024 * 1024;

/** A repository by The Update Framework whose metadata were verified just now. */
export interface Repository {
  offers: readonly Offer[];
  /** Fetches a target whole, and verifies it. @throws AssayError `update_refused` */
  download(offer: Offer, file: string): Promise<void>;
}

export interface Trust {
  /** File with the root metadata that an administrator put there. */
  rootFile: string;
  /** Directory with what was verified before: by it a repository that goes back in time is noticed. */
  metadataDir: string;
  /** SHA-256 of the root that `metadataDir` was begun with; null: it is to be begun. */
  begunWith: string | null;
}

/** SHA-256, hex, of a root file. @throws AssayError `update_refused` */
export function digestOfRoot(rootFile: string): string {
  try {
    return createHash('sha256').update(readFileSync(rootFile)).digest('hex');
  } catch (cause) {
    throw refused(`cannot read the trusted root ${rootFile}: ${(cause as Error).message}`, cause);
  }
}

/**
 * Brings the metadata up to date by the client's workflow of the TUF specification (section 5): root by root, then
 * timestamp, snapshot and targets. Stops forged, older (rollback), withheld (freeze, by their expiry) and mixed metadata.
 * @throws AssayError `update_refused`
 */
export async function openRepository(endpoint: Endpoint, trust: Trust): Promise<Repository> {
  const { metadataDir, rootFile, begunWith } = trust;
  if (begunWith !== digestOfRoot(rootFile)) takeRoot(metadataDir, rootFile);
  const baseUrl = new URL(UPDATES_PATH, endpoint.url).href.replace(/\/$/, '');
  const updater = new Updater({
    metadataDir,
    metadataBaseUrl: `${baseUrl}/metadata`,
    targetBaseUrl: `${baseUrl}/targets`,
    fetcher: new SessionFetcher(endpoint),
    config: { fetchRetries: 0 },
  });
  await verified('its metadata', () => updater.refresh());
  const known = new Map<Offer, TargetFile>();
  for (const path of targetPaths(metadataDir)) {
    const target = await verified(path, () => updater.getTargetInfo(path));
    const offer = target && target.length <= MAX_TARGET_BYTES ? toOffer(path, target.custom) : null;
    if (offer && target) known.set(offer, target);
  }
  return {
    offers: [...known.keys()],
    async download(offer, file) {
      const target = known.get(offer);
      if (!target) throw new Error('not an offer of this repository');
      await verified(offer.path, () => updater.downloadTarget(target, file));
    },
  };
}

/**
 * A root that was put there anew, by a package or by IT. One of the line that is trusted already changes nothing that is
 * known, so that a repository that goes back in time is still noticed; one of another repository begins anew.
 */
function takeRoot(metadataDir: string, rootFile: string): void {
  const given = readFileSync(rootFile);
  const place = join(metadataDir, 'root.json');
  if (!existsSync(place) || !isOneLine(readFileSync(place), given)) begin(metadataDir, given);
}

/** Whether one of two roots was signed by enough of the other's keys; the client finds the way between them itself. */
function isOneLine(known: Buffer, given: Buffer): boolean {
  try {
    const [left, right] = [known, given].map((text) =>
      models.Metadata.fromJSON(models.MetadataKind.Root, JSON.parse(text.toString())),
    );
    return left && right ? hasSigned(left, right) || hasSigned(right, left) : false;
  } catch {
    return false;
  }
}

function hasSigned(one: RootMetadata, other: RootMetadata): boolean {
  try {
    one.verifyDelegate('root', other);
    return true;
  } catch {
    return false;
  }
}

function begin(metadataDir: string, root: Buffer): void {
  rmSync(metadataDir, { recursive: true, force: true });
  mkdirSync(metadataDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(metadataDir, 'root.json'), root, { mode: 0o600 });
}

// Only names: what they stand for is asked of the client, which has verified it.
function targetPaths(metadataDir: string): string[] {
  const { signed } = JSON.parse(readFileSync(join(metadataDir, 'targets.json'), 'utf8'));
  return Object.keys(signed.targets);
}

async function verified<T>(what: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    throw refused(`the update repository, ${what}: ${told(cause as Error)}`, cause);
  }
}

/** A stream that broke off has nothing to say itself. */
const told = ({ name, message, cause }: Error): string =>
  message || !(cause instanceof Error) ? `${message} (${name})` : told(cause);

const refused = (why: string, cause: unknown) => new AssayError('update_refused', why, { cause });
