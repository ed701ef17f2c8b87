import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { findAdmins } from './accounts.ts';
import { localAdminsOnLinux } from './linux.ts';
import { grantsMore } from './sudoers.ts';

const PASSWD = [
  'root:x:0:0:root:/root:/bin/bash',
  'toor:x:0:0::/root:/bin/sh',
  'ann:x:1000:1000:Ann:/home/ann:/bin/bash',
  'ben:x:1001:27::/home/ben:/bin/bash',
  'cleo:x:1002:1002::/home/cleo:/bin/bash',
].join('\n');
const GROUP = ['root:x:0:', 'sudo:x:27:ann', 'wheel:x:998:', 'video:x:44:cleo', ''].join('\n');

const observe = (tree: Record<string, string>) =>
  localAdminsOnLinux.observe(treeContext({ '/etc/passwd': PASSWD, '/etc/group': GROUP, ...tree }));

describe('local administrators', () => {
  it('are user id 0 and the members of admin groups, listed or primary', () => {
    expect(findAdmins(PASSWD, GROUP)).toEqual(['ann', 'ben', 'root', 'toor']);
  });

  it("are not the system's own accounts in root's group, as Fedora, Red Hat and Alpine have them", () => {
    const passwd = [
      'root:x:0:0:root:/root:/bin/bash',
      'sync:x:5:0:sync:/sbin:/bin/sync',
      'shutdown:x:6:0:shutdown:/sbin:/sbin/shutdown',
      'operator:x:11:0:operator:/root:/sbin/nologin',
      'ann:x:1000:1000:Ann:/home/ann:/bin/bash',
    ].join('\n');
    expect(findAdmins(passwd, 'root:x:0:\nwheel:x:10:ann\n')).toEqual(['ann', 'root']);
  });

  it('come without further rules where sudo is not installed', async () => {
    expect(await observe({})).toMatchObject({ value: { sudo_rules: false } });
  });

  it("come without further rules from a distribution's own file", async () => {
    const sudoers =
      'Defaults env_reset\nroot ALL=(ALL:ALL) ALL\n%sudo\tALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n';
    expect(await observe({ '/etc/sudoers': sudoers, '/etc/sudoers.d/README': '# nothing\n' })).toMatchObject({
      value: { sudo_rules: false },
    });
  });

  it('come with further rules from an included file, but not from one that sudo skips', async () => {
    const sudoers = '#includedir /etc/sudoers.d\n';
    const rule = 'cleo ALL=(ALL) NOPASSWD: ALL\n';
    expect(await observe({ '/etc/sudoers': sudoers, '/etc/sudoers.d/cleo': rule })).toMatchObject({
      value: { sudo_rules: true },
    });
    expect(await observe({ '/etc/sudoers': sudoers, '/etc/sudoers.d/cleo.bak': rule })).toMatchObject({
      value: { sudo_rules: false },
    });
  });

  it.each([
    ['below an included file', '@includedir /etc/sudoers.d\n', '/etc/sudoers.d/all', '@includedir /etc/it\n'],
    ['beside the file', '@includedir it\n', '/etc/it/more', '@includedir /etc/it\n'],
  ])('come with further rules from a directory that is named %s', async (_, main, path, text) => {
    const tree = { '/etc/sudoers': main, [path]: text };
    expect(await observe(tree)).toMatchObject({ value: { sudo_rules: false } });
    expect(await observe({ ...tree, '/etc/it/cleo': 'cleo ALL=(ALL) ALL\n' })).toMatchObject({
      value: { sudo_rules: true },
    });
  });

  it("come with further rules from the distribution's own file in /usr, unless there is one in /etc", async () => {
    const own = { '/usr/etc/sudoers': 'ALL ALL=(ALL) ALL\n' };
    expect(await observe(own)).toMatchObject({ value: { sudo_rules: true } });
    expect(await observe({ ...own, '/etc/sudoers': 'root ALL=(ALL) ALL\n' })).toMatchObject({
      value: { sudo_rules: false },
    });
  });

  it('are unknown without the lists of accounts', async () => {
    expect(await localAdminsOnLinux.observe(treeContext({}))).toMatchObject({ reason: 'namespace' });
  });
});

describe('sudoers', () => {
  it.each([
    'cleo ALL=(ALL) ALL',
    '#1002 ALL=(ALL) ALL',
    '%devs ALL=(ALL) ALL',
    'ADMINS ALL = NOPASSWD: \\\n /bin/sh',
    'nonsense',
    '@includedir /etc/sudoers.%h',
  ])('%j grants more', (rule) => expect(grantsMore(`${rule}\n`)).toBe(true));

  it.each([
    '# cleo ALL=(ALL) ALL',
    'Defaults:cleo !authenticate',
    'User_Alias ADMINS = cleo',
    '%wheel ALL=(ALL) NOPASSWD: ALL',
    '',
  ])('%j does not', (line) => expect(grantsMore(`${line}\n`)).toBe(false));
});
