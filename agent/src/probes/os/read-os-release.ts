import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { parseOsRelease } from './os-release.ts';

/** Where os-release(5) may be; the first that exists counts. */
export const OS_RELEASE = ['/etc/os-release', '/usr/lib/os-release'];

/** @returns undefined when there is none; throws `FileError` where it may not look */
export async function readOsRelease(files: Files): Promise<Map<string, string> | undefined> {
  for (const path of OS_RELEASE) {
    const text = await ifThere(files.readText(path));
    if (text !== undefined) return parseOsRelease(text);
  }
  return undefined;
}

/** A system's own id and the families it says it belongs to, nearest first. */
export const familiesOf = (release: Map<string, string>): string[] =>
  `${release.get('ID') ?? ''} ${release.get('ID_LIKE') ?? ''}`.split(/\s+/).filter(Boolean);
