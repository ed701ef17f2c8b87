import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../system/files.ts';
import { fakeWindows } from '../system/windows/test-windows.ts';
import { ENVIRONMENT_FILE, PREFERENCES } from './places.ts';
import { openSettings } from './settings.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-settings-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const nothing = fakeWindows({});

describe("IT's settings", () => {
  it('come from the environment before the file, and from nowhere when nobody said', async () => {
    const joinFile = join(dir, 'join');
    const read = (env: NodeJS.ProcessEnv) =>
      openSettings({ platform: 'linux', exec: nothing, joinFile, env }).read('joinString');
    expect(await read({})).toBeUndefined();
    writeFileSync(joinFile, 'from-file\n');
    expect(await read({})).toBe('from-file');
    expect(await read({ ASSAY_JOIN_STRING: 'from-env' })).toBe('from-env');
  });

  it("on Linux come from the service's environment file as well, for commands that have not got it", async () => {
    const file = join(dir, ENVIRONMENT_FILE);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "# for the service\nASSAY_UPDATES=on\nASSAY_UPDATE_PIN='1.2.3'\n");
    const setup = {
      platform: 'linux',
      exec: nothing,
      files: createFiles(dir),
      joinFile: join(dir, 'join'),
    } as const;
    const settings = openSettings({ ...setup, env: {} });
    expect(await settings.read('updates')).toBe('on');
    expect(await settings.read('updatePin')).toBe('1.2.3');
    expect(await openSettings({ ...setup, env: { ASSAY_UPDATES: 'off' } }).read('updates')).toBe('off');
  });

  it('on Windows come from a policy before what the installer was told', async () => {
    const installer = { JoinString: 'REG_SZ installer', HttpsProxy: 'REG_SZ http://proxy:3128' };
    const exec = fakeWindows({
      registry: {
        'HKLM\\SOFTWARE\\Assay\\Agent': installer,
        'HKLM\\SOFTWARE\\Policies\\Assay\\Agent': { JoinString: 'REG_SZ policy' },
      },
    });
    const settings = openSettings({ platform: 'windows', exec, joinFile: join(dir, 'join'), env: {} });
    expect(await settings.read('joinString')).toBe('policy');
    expect(await settings.read('httpsProxy')).toBe('http://proxy:3128');
    expect(await settings.read('noProxy')).toBeUndefined();
  });

  it("on macOS come from a profile's managed preferences before this Mac's own", async () => {
    const files = createFiles(dir);
    const joinFile = join(dir, 'join');
    const settings = openSettings({ platform: 'macos', exec: nothing, files, joinFile, env: {} });
    const write = (path: string, keys: Record<string, string>) => {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      const content = Object.entries(keys).map(([key, text]) => `<key>${key}</key><string>${text}</string>`);
      writeFileSync(join(dir, path), `<plist version="1.0"><dict>${content.join('')}</dict></plist>`);
    };
    write(PREFERENCES[1], { JoinString: 'own', HttpsProxy: 'http://proxy:3128' });
    expect(await settings.read('joinString')).toBe('own');
    write(PREFERENCES[0], { JoinString: 'profile' });
    expect(await settings.read('joinString')).toBe('profile');
    expect(await settings.read('httpsProxy')).toBe('http://proxy:3128');
    expect(await settings.read('noProxy')).toBeUndefined();
  });

  it('count also as a number or a truth, which a profile or a policy may well say', async () => {
    const files = createFiles(dir);
    const joinFile = join(dir, 'join');
    mkdirSync(dirname(join(dir, PREFERENCES[0])), { recursive: true });
    const keys = '<key>Updates</key><true/><key>UpdateInterval</key><integer>3600</integer>';
    writeFileSync(join(dir, PREFERENCES[0]), `<plist version="1.0"><dict>${keys}</dict></plist>`);
    const mac = openSettings({ platform: 'macos', exec: nothing, files, joinFile, env: {} });
    expect([await mac.read('updates'), await mac.read('updateInterval')]).toEqual(['true', '3600']);
    const registry = { 'HKLM\\SOFTWARE\\Policies\\Assay\\Agent': { UpdateInterval: 'REG_DWORD 0xe10' } };
    const windows = openSettings({ platform: 'windows', exec: fakeWindows({ registry }), joinFile, env: {} });
    expect(await windows.read('updateInterval')).toBe('3600');
  });

  it.each([
    ['windows', 'reg delete HKLM\\SOFTWARE\\Assay\\Agent /v JoinString /f'],
    ['macos', 'defaults delete /Library/Preferences/dev.assay.agent.plist JoinString'],
  ] as const)(
    'on %s forget the join string once it was used: the file, and what an installer or script wrote',
    async (platform, command) => {
      const joinFile = join(dir, 'join');
      writeFileSync(joinFile, 'secret');
      const ran: string[] = [];
      const exec: typeof nothing = {
        async run(command, args) {
          ran.push([command, ...args].join(' '));
          return { status: 'ok', stdout: '', stderr: '' };
        },
      };
      await openSettings({ platform, exec, joinFile, env: {} }).forgetJoinString();
      expect(existsSync(joinFile)).toBe(false);
      expect(ran).toEqual([command]);
    },
  );
});
