import type { Exec } from './exec.ts';
import { FileError } from './file-error.ts';
import type { Files } from './files.ts';
import { type PlistDict, parsePlist } from './plist.ts';
import { asDict } from './plist-fields.ts';

const BINARY = Buffer.from('bplist');
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The dictionary in a property list on disk, in either form; the binary one goes through the system's own plutil.
 * Throws `FileError`; `unreadable` for what is no property list.
 */
export async function readPlist(
  { files, exec }: { files: Files; exec: Exec },
  path: string,
): Promise<PlistDict> {
  const bytes = await files.readBytes(path, MAX_BYTES);
  const value = parsePlist(
    bytes.subarray(0, BINARY.length).equals(BINARY) ? await toXml(exec, path) : bytes.toString('utf8'),
  );
  if (value === undefined) throw new FileError('unreadable', path);
  return asDict(value);
}

async function toXml(exec: Exec, path: string): Promise<string> {
  const answer = await exec.run('plutil', ['-convert', 'xml1', '-o', '-', path]);
  return answer.status === 'ok' ? answer.stdout : '';
}
