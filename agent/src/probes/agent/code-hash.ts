import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A directory with more in it is not the agent's alone. */
const MAX_FILES = 2000;
const CODE = /\.(ts|js|mjs|node)$/;
const TEST = /(\.test\.ts$|(^|[/\\])test-)/;

/**
 * SHA-256, hex, over the names and contents of an agent's own code files, in the order of their names: the same for
 * the same release, another for one that was changed in place. An agent that lies would lie here too: it finds mix-ups
 * and careless changes, not attackers.
 * @param directory the agent's code
 * @returns undefined when the code cannot be read, e.g. inside of a single executable
 */
export function hashCode(directory: string): string | undefined {
  try {
    const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => CODE.test(name) && !TEST.test(name))
      .map((name) => name.replaceAll('\\', '/'))
      .sort();
    if (names.length > MAX_FILES) return undefined;
    const hash = createHash('sha256');
    for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(directory, name)));
    return names.length > 0 ? hash.digest('hex') : undefined;
  } catch {
    return undefined;
  }
}
