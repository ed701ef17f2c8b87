import { type Exec, execProblemToOutcome } from '../exec.ts';
import { parseRegQuery, type RegistryKey, toFullPath } from './registry-text.ts';
import { UntoldError, untold } from './untold.ts';

export type { RegistryKey } from './registry-text.ts';

/**
 * One key with its values and the names below.
 * @param path e.g. `HKLM\SOFTWARE\Microsoft`
 * @returns undefined when it is certainly not there
 * @throws UntoldError when that cannot be told
 */
export async function readKey(exec: Exec, path: string): Promise<RegistryKey | undefined> {
  const keys = await query(exec, path, []);
  return keys?.get(toFullPath(path).toLowerCase());
}

/** A key and all below it, by lower-case path relative to it (the key itself: ''); otherwise as `readKey`. */
export async function readTree(exec: Exec, path: string): Promise<Map<string, RegistryKey> | undefined> {
  const keys = await query(exec, path, ['/s']);
  if (!keys) return undefined;
  const top = toFullPath(path).toLowerCase();
  const inside = [...keys].filter(([key]) => key === top || key.startsWith(`${top}\\`));
  return new Map(inside.map(([key, value]) => [key.slice(top.length + 1), value]));
}

async function query(exec: Exec, path: string, options: string[]) {
  const answer = await exec.run('reg', ['query', path, ...options]);
  // The key itself has no line of its own when it has no values.
  if (answer.status === 'ok') return parseRegQuery(`${toFullPath(path)}\r\n${answer.stdout}`);
  if (answer.status !== 'exit' || answer.code !== 1)
    throw new UntoldError(execProblemToOutcome('reg', answer));
  if (await isMissing(exec, path)) return undefined;
  throw untold('permission', `${path} is there, and may not be read`);
}

/**
 * reg.exe ends with 1 for "not there" and "not allowed" alike, and says which only in the system's language. The
 * key above tells: it lists what is there.
 */
async function isMissing(exec: Exec, path: string): Promise<boolean> {
  const cut = path.lastIndexOf('\\');
  const name = path.slice(cut + 1).toLowerCase();
  const parent = path.slice(0, Math.max(cut, 0));
  if (!parent.includes('\\')) throw untold('exit', `reg query ${path} ended with 1`);
  const above = await readKey(exec, parent);
  return above === undefined || !above.subkeys.some((subkey) => subkey.toLowerCase() === name);
}
