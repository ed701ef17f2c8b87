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
import { setTimeout as pause } from 'node:timers/promises';
import { AssayError } from '@assay/shared';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import type { Offer } from './choose.ts';
import { installedForm, type Program, programOf, versionOf } from './program.ts';
import type { Repository } from './repository.ts';
import { isVersion } from './version.ts';

const isWindows = process.platform === 'win32';
const FILE_NAME = { executable: isWindows ? 'assay-agent.exe' : 'assay-agent', bundle: 'agent.cjs' };
const PARTIAL = '.partial';

/** Versions side by side, each in a directory named after it. */
export interface Versions {
  /** How it is started; null: it is not there. */
  program(version: string): Program | null;
  /**
   * Puts a version there: fetched and verified beside, tried with --version, then moved into place, so that it is there
   * whole or not at all.
   * @throws AssayError `update_refused`
   */
  install(offer: Offer, repository: Repository): Promise<void>;
  /** Removes the others, and what was left half done. */
  keepOnly(versions: readonly (string | null | undefined)[]): void;
}

export function openVersions(dir: PrivateDir): Versions {
  const { path } = openPrivateDir(join(dir.path, 'versions'));
  const form = installedForm();
  const remove = (name: string) => rmSync(join(path, name), { recursive: true, force: true, maxRetries: 5 });
  return {
    program(version) {
      const file = join(path, version, FILE_NAME[form]);
      try {
        accessSync(file, constants.R_OK | (form === 'bundle' ? 0 : constants.X_OK));
        return programOf(form, file);
      } catch {
        return null;
      }
    },
    async install(offer, repository) {
      const partial = `${offer.version}${PARTIAL}`;
      remove(partial);
      const file = join(openPrivateDir(join(path, partial)).path, FILE_NAME[form]);
      await repository.download(offer, file);
      chmodSync(file, 0o700);
      sync(file);
      await assertStarts(programOf(form, file), offer.version);
      remove(offer.version);
      await move(join(path, partial), join(path, offer.version));
      if (!isWindows) sync(path);
    },
    keepOnly(wanted) {
      for (const name of readdirSync(path)) {
        const isOurs = isVersion(name) || name.endsWith(PARTIAL);
        if (isOurs && !wanted.includes(name)) remove(name);
      }
    },
  };
}

async function assertStarts(program: Program, version: string): Promise<void> {
  const said = await versionOf(program).catch((cause: Error) => {
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

/** On Windows a protection product that still looks at a program holds its directory for a moment. */
async function move(from: string, to: string): Promise<void> {
  for (let patience = isWindows ? 20 : 0; ; patience--) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (patience === 0) throw error;
      await pause(250);
    }
  }
}

function sync(path: string): void {
  const handle = openSync(path, isWindows ? 'r+' : 'r');
  fsyncSync(handle);
  closeSync(handle);
}
