import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetOldSiblings, kept } from '../../cache.ts';
import { run } from '../../run.ts';
import type { CabinetOptions } from './cabinet.ts';

/** What make-cabinet.ts is told. */
export interface CabinetJob extends CabinetOptions {
  files: readonly { name: string; path: string }[];
  output: string;
}

/**
 * A cabinet of files, as small as cabinets get: that takes about a minute for each 100 MB. One that was made of the
 * same before is taken from the cache.
 * @param files with absolute paths, in the cabinet's order
 * @returns its absolute path, in the cache
 */
export async function smallCabinet(
  files: readonly { name: string; path: string }[],
  options: CabinetOptions,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const source of globSync('*.ts', { cwd: import.meta.dirname }).sort())
    hash.update(readFileSync(join(import.meta.dirname, source)));
  for (const { name, path } of files)
    hash.update(`${name} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`);
  const cabinet = await kept(`cabinets/${hash.digest('hex')}.cab`, async (output) => {
    const job: CabinetJob = { files, output, ...options };
    await run(process.execPath, [join(import.meta.dirname, 'make-cabinet.ts'), JSON.stringify(job)], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
  });
  forgetOldSiblings(cabinet);
  return cabinet;
}
