import { createLooks } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { PersonAccount } from './accounts.ts';
import { toAddress, toGuid } from './ids.ts';

/** What Microsoft's agent for Linux notes of a person's registration; hints, not credentials. */
export interface IntuneRegistration {
  path: string;
  /** E-mail address. */
  account?: string;
  entraDeviceId?: string;
  intuneDeviceId?: string;
}

/** What a look for one came to. */
interface FoundRegistration {
  registration?: IntuneRegistration;
  /** False: a home could not be looked into, so that none was found is no proof. */
  hasSeenAll: boolean;
}

const HOMES = '/home';

/**
 * The first registration among the people of this machine; it is kept per person. Accounts of a directory service,
 * Entra's own among them, are not in passwd(5), but their homes are among the others.
 */
export async function findIntuneRegistration(
  files: Files,
  people: readonly PersonAccount[],
): Promise<FoundRegistration> {
  const look = createLooks();
  const others = ((await look.at(files.list(HOMES))) ?? []).map((name) => `${HOMES}/${name}`);
  for (const home of new Set([...people.map((person) => person.home), ...others])) {
    const path = `${home}/.config/intune/registration.toml`;
    const text = await look.at(files.readText(path, 64 * 1024));
    if (text === undefined) continue;
    return { registration: { path, ...parseRegistration(text) }, hasSeenAll: look.hasSeenAll() };
  }
  return { hasSeenAll: look.hasSeenAll() };
}

/** Its three top-level strings; a person can write the file, so only what looks like an id is taken. */
export function parseRegistration(toml: string): Omit<IntuneRegistration, 'path'> {
  const text = (key: string) =>
    new RegExp(`^${key}\\s*=\\s*(['"])([^'"\\n]{1,254})\\1\\s*$`, 'm').exec(toml)?.[2];
  const account = toAddress(text('account_hint'));
  const entraDeviceId = toGuid(text('aad_device_hint'));
  const intuneDeviceId = toGuid(text('device_hint'));
  return {
    ...(account ? { account } : {}),
    ...(entraDeviceId ? { entraDeviceId } : {}),
    ...(intuneDeviceId ? { intuneDeviceId } : {}),
  };
}
