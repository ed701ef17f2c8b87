import type { LocalAdmins } from '@assay/shared';
import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/** Ways to be signed in without a password. */
export type WaysIn = Pick<LocalAdmins, 'automatic_login' | 'guest_account' | 'root_login'>;

const GDM = ['/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf'];
const LIGHTDM = ['/etc/lightdm/lightdm.conf', '/etc/lightdm/lightdm.conf.d'];
const SDDM = ['/etc/sddm.conf', '/etc/sddm.conf.d'];

/** Files that say so; for the watch. */
export const WAYS_IN = [...GDM, ...LIGHTDM, ...SDDM, '/etc/shadow'];

/** By the sign-in screens' configuration and root's entry in shadow(5); what could not be read is left out. */
export async function readWaysIn(files: Files): Promise<WaysIn> {
  const gdm = await readAll(files, GDM);
  const lightdm = await readAll(files, LIGHTDM);
  const sddm = await readAll(files, SDDM);
  const texts = [...gdm, ...lightdm, ...sddm];
  const rootLogin = parseRootLogin((await ifReadable(files.readText('/etc/shadow'))) ?? '');
  return {
    ...(texts.length > 0
      ? {
          automatic_login:
            gdm.some((text) => isSet(text, 'AutomaticLoginEnable', /^(true|1)$/i)) ||
            lightdm.some((text) => isSet(text, 'autologin-user', /\S/)) ||
            sddm.some((text) => isSet(section(text, 'Autologin'), 'User', /\S/)),
        }
      : {}),
    ...(lightdm.length > 0
      ? { guest_account: lightdm.some((text) => isSet(text, 'allow-guest', /^true$/i)) }
      : {}),
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

/** A file's text, or those of a directory's `.conf` files. */
async function readAll(files: Files, paths: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) {
    const names = (await ifReadable(files.list(path))) ?? [];
    const inside = names.filter((name) => name.endsWith('.conf')).map((name) => `${path}/${name}`);
    for (const file of [path, ...inside]) {
      const text = await ifReadable(files.readText(file));
      if (text !== undefined) texts.push(text);
    }
  }
  return texts;
}

function isSet(text: string, key: string, value: RegExp): boolean {
  const found = new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*(.*)$`, 'im').exec(text)?.[1];
  return found !== undefined && value.test(found.trim());
}

const section = (text: string, name: string): string =>
  text.split(/^\s*(?=\[)/m).find((part) => part.startsWith(`[${name}]`)) ?? '';
