import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  globSync,
  lutimesSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Compression } from './compression.ts';
import { run } from './run.ts';

/** One file that is shipped, where it will be. */
export interface PayloadFile {
  /** From the root of the target's file system, or of the archive; without a slash in front. */
  path: string;
  mode: number;
  from: { file: string } | { text: string } | { link: string };
}

/**
 * What stands as the time of every file: the same sources give the same bytes.
 * @returns seconds since 1970: of `SOURCE_DATE_EPOCH`, else of the last commit
 */
export function sourceDate(): number {
  const given = Number(process.env.SOURCE_DATE_EPOCH);
  if (Number.isSafeInteger(given) && given > 0) return given;
  try {
    return Number(
      execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: import.meta.dirname, stdio: 'pipe' }),
    );
  } catch {
    return 1_767_225_600;
  }
}

/** Lays the files out below a directory. */
export function stage(files: readonly PayloadFile[], root: string): void {
  const seconds = sourceDate();
  for (const { path, mode, from } of files) {
    const to = join(root, path);
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
    if ('link' in from) symlinkSync(from.link, to);
    else {
      if ('file' in from) copyFileSync(from.file, to);
      else writeFileSync(to, from.text);
      chmodSync(to, mode);
    }
  }
  for (const path of ['.', ...globSync('**', { cwd: root })]) lutimesSync(join(root, path), seconds, seconds);
}

/** An archive of what is staged in a directory, below one name. */
export async function tarXz(
  root: string,
  name: string,
  output: string,
  compression: Compression,
): Promise<void> {
  const tar = `${output}.tar`;
  await run('tar', [
    ...['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'],
    ...[`--mtime=@${sourceDate()}`, `--transform=s,^\\.,${name},`, '-cf', tar, '-C', root, '.'],
  ]);
  // Two threads on every machine: how many there are shows in the bytes.
  await run('xz', [compression === 'small' ? '-6' : '-0', '--threads=2', '--force', tar]);
  renameSync(`${tar}.xz`, output);
}
