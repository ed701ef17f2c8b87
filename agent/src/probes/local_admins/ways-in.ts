import type { LocalAdmins } from '@assay/shared';
import { createLooks, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/** Ways to be signed in without a password. */
export type WaysIn = Pick<LocalAdmins, 'automatic_login' | 'guest_account' | 'root_login'>;

const GDM = ['/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf'];
const LIGHTDM = ['/etc/lightdm/lightdm.conf', '/etc/lightdm/lightdm.conf.d'];
const SDDM = ['/etc/sddm.conf', '/etc/sddm.conf.d'];
/** SUSE's, which each of its sign-in screens heeds. */
const SUSE = ['/etc/sysconfig/displaymanager'];

/** Files that say so; for the watch. */
export const WAYS_IN = [...GDM, ...LIGHTDM, ...SDDM, ...SUSE, '/etc/shadow'];

/** By the sign-in screens' configuration and root's entry in shadow(5); what could not be read is left out. */
export async function readWaysIn(files: Files): Promise<WaysIn> {
  const gdm = await readAll(files, GDM);
  const lightdm = await readAll(files, LIGHTDM);
  const sddm = await readAll(files, SDDM);
  const suse = await readAll(files, SUSE);
  const automatic =
    // The second one waits some seconds for somebody else first.
    ['AutomaticLoginEnable', 'TimedLoginEnable'].some((key) =>
      gdm.texts.some((text) => isSet(text, key, /^(true|1)$/i)),
    ) ||
    lightdm.texts.some((text) => isSet(text, 'autologin-user', /\S/)) ||
    sddm.texts.some((text) => isSet(section(text, 'Autologin'), 'User', /\S/)) ||
    suse.texts.some((text) => isSet(text, 'DISPLAYMANAGER_AUTOLOGIN', /[^"'\s]/));
  const screens = [gdm, lightdm, sddm, suse];
  const isTold = screens.some(({ texts }) => texts.length > 0) && screens.every(({ isWhole }) => isWhole);
  const guests = ['true', 'false'].filter((word) =>
    lightdm.texts.some((text) => isSet(text, 'allow-guest', new RegExp(`^${word}$`, 'i'))),
  );
  const rootLogin = parseRootLogin((await ifReadable(files.readText('/etc/shadow'))) ?? '');
  return {
    ...(automatic || isTold ? { automatic_login: automatic } : {}),
    // Without either, guests may sign in where a distribution has a script for it.
    ...(guests.length > 0 ? { guest_account: guests.includes('true') } : {}),
    ...(rootLogin ? { root_login: rootLogin } : {}),
  };
}

/** Of shadow(5)'s second field only what kind it is; the field itself goes nowhere. */
export function parseRootLogin(shadow: string): WaysIn['root_login'] {
  const field = /^root:([^:\n]*):/m.exec(shadow)?.[1];
  if (field === undefined) return undefined;
  if (field === '') return 'no_password';
  return /^[!*]/.test(field) ? 'locked' : 'password';
}

interface Configuration {
  texts: string[];
  /** False: some of it may not be read. */
  isWhole: boolean;
}

/** Texts of files, and of a directory's `.conf` files. */
async function readAll(files: Files, paths: readonly string[]): Promise<Configuration> {
  const texts: string[] = [];
  const look = createLooks(['missing', 'not_a_file']);
  for (const path of paths) {
    const names = (await look.at(files.list(path))) ?? [];
    const inside = names.filter((name) => name.endsWith('.conf')).map((name) => `${path}/${name}`);
    for (const file of [path, ...inside]) {
      const text = await look.at(files.readText(file));
      if (text !== undefined) texts.push(text);
    }
  }
  return { texts, isWhole: look.hasSeenAll() };
}

function isSet(text: string, key: string, value: RegExp): boolean {
  const found = new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*(.*)$`, 'im').exec(text)?.[1];
  return found !== undefined && value.test(found.trim());
}

const section = (text: string, name: string): string =>
  text.split(/^\s*(?=\[)/m).find((part) => part.startsWith(`[${name}]`)) ?? '';
