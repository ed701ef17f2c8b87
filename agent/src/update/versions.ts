import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import type { Offer } from './choose.ts';
import { versionOf } from './program.ts';
import type { Repository } from './repository.ts';
import { isVersion } from './version.ts';

const PROGRAM = 'assay-agent';
const PARTIAL = '.partial';

/** Versions side by side, each in a directory named after it. */
export interface Versions {
  /** Its program; null: it is not there. */
  program(version: string): string | null;
  /**
   * Puts a version there: fetched and verified beside, tried with --version, then moved into place, so that it is there
   * whole or not at all.
   * @throws AssayError `update_refused`
   */
  install(offer: Offer, repository: Repository): Promise<void>;
  /** Removes the others, and what was left half done. */
  keepOnly(versions: readonly (string | null)[]): void;
}

export function openVersions(dir: PrivateDir): Versions {
  const { path } = openPrivateDir(join(dir.path, 'versions'));
  const program = (version: string): string | null => {
    const file = join(path, version, PROGRAM);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      return null;
    }
  };
  return {
    program,
    async install(offer, repository) {
      const partial = join(path, `${offer.version}${PARTIAL}`);
      rmSync(partial, { recursive: true, force: true });
      const file = join(openPrivateDir(partial).path, PROGRAM);
      await repository.download(offer, file);
      chmodSync(file, 0o700);
      sync(file);
      await assertStarts(file, offer.version);
      rmSync(join(path, offer.version), { recursive: true, force: true });
      renameSync(partial, join(path, offer.version));
      sync(path);
    },
    keepOnly(wanted) {
      for (const name of readdirSync(path)) {
        const isOurs = isVersion(name) || name.endsWith(PARTIAL);
        if (isOurs && !wanted.includes(name)) rmSync(join(path, name), { recursive: true, force: true });
      }
    },
  };
}

async function assertStarts(file: string, version: string): Promise<void> {
  const said = await versionOf(file).catch((cause: Error) => {
    throw new AssayError('update_refused', `version ${version} does not start here: ${cause.message}`, {
      cause,
    });
  });
  if (said === version) return;
  throw new AssayError(
    'update_refused',
    `what is signed as version ${version} says it is ${said.slice(0, 40)}`,
  );
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
