import { describe, expect, it } from 'vitest';
import { FileError } from '../../system/file-error.ts';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { parseRootLogin, readWaysIn } from './ways-in.ts';

const read = (tree: Record<string, TreeEntry>) => readWaysIn(treeContext(tree).files);

describe('ways in without a password', () => {
  it('are untold where no sign-in screen is configured', async () => {
    expect(await read({})).toEqual({});
  });

  it.each([
    ['/etc/gdm3/custom.conf', '[daemon]\nAutomaticLoginEnable = true\nAutomaticLogin = ann\n', true],
    ['/etc/gdm/custom.conf', '[daemon]\nTimedLoginEnable=true\nTimedLogin=ann\nTimedLoginDelay=5\n', true],
    ['/etc/gdm/custom.conf', '[daemon]\nTimedLoginEnable=false\nTimedLogin=ann\n', false],
    ['/etc/gdm3/custom.conf', '[daemon]\n#AutomaticLoginEnable = true\n', false],
    ['/etc/lightdm/lightdm.conf.d/50-local.conf', '[Seat:*]\nautologin-user=ann\n', true],
    ['/etc/lightdm/lightdm.conf', '[Seat:*]\nautologin-user=\n#autologin-user=ann\n', false],
    ['/etc/sddm.conf.d/auto.conf', '[General]\nUser=x\n[Autologin]\nUser=ann\n', true],
    ['/etc/sddm.conf', '[General]\nUser=x\n[Autologin]\nUser=\n', false],
    ['/etc/sysconfig/displaymanager', 'DISPLAYMANAGER="gdm"\nDISPLAYMANAGER_AUTOLOGIN="ann"\n', true],
    ['/etc/sysconfig/displaymanager', 'DISPLAYMANAGER="gdm"\nDISPLAYMANAGER_AUTOLOGIN=""\n', false],
  ])('%s, %j: somebody is signed in automatically: %s', async (path, text, automatic) => {
    expect(await read({ [path]: text })).toMatchObject({ automatic_login: automatic });
  });

  it("are a guest's where lightdm allows one", async () => {
    expect(await read({ '/etc/lightdm/lightdm.conf': 'allow-guest=true\n' })).toMatchObject({
      guest_account: true,
    });
    expect(await read({ '/etc/lightdm/lightdm.conf': 'allow-guest=false\n' })).toMatchObject({
      guest_account: false,
    });
    // Its own default: guests may, where the distribution has what it needs for them.
    expect(await read({ '/etc/lightdm/lightdm.conf': '' })).not.toHaveProperty('guest_account');
  });

  it('are untold where some of the configuration cannot be read', async () => {
    const unreadable = { '/etc/lightdm/lightdm.conf.d/50-local.conf': { link: '50-local.conf' } };
    const gdm = '/etc/gdm3/custom.conf';
    expect(await read({ [gdm]: '[daemon]\n', ...unreadable })).not.toHaveProperty('automatic_login');
    expect(await read({ [gdm]: 'AutomaticLoginEnable = true\n', ...unreadable })).toMatchObject({
      automatic_login: true,
    });
  });

  it('are untold where a directory of it may not be looked into', async () => {
    const { files } = treeContext({ '/etc/gdm3/custom.conf': '[daemon]\n' });
    const closed = {
      ...files,
      list: async (path: string) => {
        if (path === '/etc/lightdm/lightdm.conf.d') throw new FileError('denied', path);
        return files.list(path);
      },
    };
    expect(await readWaysIn(closed)).not.toHaveProperty('automatic_login');
  });

  it('are told of root by the kind of its entry alone', () => {
    expect(parseRootLogin('root:*:19000:0:::::\n')).toBe('locked');
    expect(parseRootLogin('root:!$6$x:19000:0:::::\n')).toBe('locked');
    expect(parseRootLogin('root::19000:0:::::\n')).toBe('no_password');
    expect(parseRootLogin('root:$6$salt$hash:19000:0:::::\n')).toBe('password');
    expect(parseRootLogin('ann::19000:0:::::\n')).toBeUndefined();
  });
});
