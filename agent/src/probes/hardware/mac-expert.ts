import type { Exec } from '../../system/exec.ts';
import { type PlistDict, parsePlist } from '../../system/plist.ts';
import { asDict, asList, textAt } from '../../system/plist-fields.ts';
import { isPlaceholder } from './placeholder.ts';

/** What a Mac's own registry of its hardware says of the machine as a whole. */
export interface PlatformExpert {
  /** A text that says something: no placeholder, at most 128 characters. */
  text(key: string): string | undefined;
  /** Why there is nothing to read. */
  problem?: string;
}

/** Asks once for `IOPlatformExpertDevice`: serial number, hardware UUID, model, maker. */
export async function readPlatformExpert(exec: Exec): Promise<PlatformExpert> {
  const answer = await exec.run('ioreg', ['-a', '-rd1', '-c', 'IOPlatformExpertDevice']);
  if (answer.status !== 'ok') return { text: () => undefined, problem: `ioreg: ${answer.status}` };
  const expert = asDict(asList(parsePlist(answer.stdout))[0]);
  return {
    text: (key) => readableAt(expert, key),
    ...(expert.size > 0 ? {} : { problem: 'the answer of ioreg is not understood' }),
  };
}

/** Some are texts, some are bytes that end in a zero. */
function readableAt(dict: PlistDict, key: string): string | undefined {
  const value = dict.get(key);
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : textAt(dict, key);
  const clean = text?.replaceAll('\0', '').trim() ?? '';
  return clean === '' || isPlaceholder(clean) || clean.length > 128 ? undefined : clean;
}
