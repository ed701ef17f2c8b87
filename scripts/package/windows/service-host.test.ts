import { readFileSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { HEARTBEAT_FILE, HUNG_AFTER_S } from '../../../agent/src/service/heartbeat.ts';
import { PLACES, REGISTRY_KEYS } from '../../../agent/src/service/places.ts';
import { HAND_OVER_CODE, HAND_OVER_FILE, LAUNCHER } from '../../../agent/src/update/program.ts';

const { name, executable, stateDir, joinFile, logDir } = PLACES.windows;
const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const host = read('service-host.c');
const installer = read('agent.wxs');

/** What a macro of the service host stands for: a number, or wide strings side by side and other macros. */
function macro(wanted: string): string {
  const [, body] = new RegExp(`^#define ${wanted} (.+)$`, 'm').exec(host) ?? [];
  if (!body) throw new Error(`service-host.c defines no ${wanted}`);
  const parts = body.match(/L"[^"]*"|\w+/g) ?? [];
  return parts
    .map((part) => {
      if (part.startsWith('L"')) return part.slice(2, -1).replaceAll('\\\\', '\\');
      return /^\d+$/.test(part) ? part : macro(part);
    })
    .join('');
}

it('the service host and the agent mean the same service, files and patience', () => {
  expect({
    service: macro('SERVICE'),
    logs: macro('LOGS'),
    heartbeat: macro('HEARTBEAT'),
    hungAfterS: Number(macro('HUNG_AFTER_S')),
    handOverCode: Number(macro('HAND_OVER_CODE')),
    versions: macro('VERSIONS'),
  }).toEqual({
    service: name,
    logs: logDir,
    heartbeat: win32.join(stateDir, HEARTBEAT_FILE),
    hungAfterS: HUNG_AFTER_S,
    handOverCode: HAND_OVER_CODE,
    versions: `${win32.join(stateDir, 'updates', 'versions')}\\`,
  });
  for (const variable of [HAND_OVER_FILE, LAUNCHER]) expect(host).toContain(`L"${variable}"`);
  expect(macro('DATA'), 'the directory that both make').toBe(win32.dirname(joinFile));
  expect(host, 'what it starts, beside itself').toContain(`\\\\${win32.basename(executable)}\\"`);
});

it('the installer puts them where the agent looks', () => {
  const attributes = (element: string, attribute: string) =>
    [...installer.matchAll(new RegExp(`<${element}\\s[^>]*?\\b${attribute}="([^"]+)"`, 'g'))].map(
      ([, value]) => value,
    );
  expect(attributes('ServiceInstall', 'Name')).toEqual([name]);
  expect(attributes('ServiceControl', 'Name')).toEqual([name]);
  expect(attributes('File', 'Name')[0]).toBe(win32.basename(executable));
  expect(attributes('Directory', 'Name')).toContain(win32.basename(win32.dirname(executable)));
  for (const key of attributes('RegistryKey', 'Key'))
    expect(`HKLM\\${key}`.toLowerCase()).toBe(REGISTRY_KEYS[1].toLowerCase());
});
