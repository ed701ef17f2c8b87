import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, treeContext } from '../../system/test-tree.ts';
import { localAdminsOnMacos } from './macos.ts';

const MEMBERS = 'dscl -plist . -read /Groups/admin GroupMembership';
const ROOT = 'dscl /Local/Default -read /Users/root AuthenticationAuthority';
const LOGIN_WINDOW = '/Library/Preferences/com.apple.loginwindow.plist';
const members = (...names: string[]) => plistOf({ 'dsAttrTypeStandard:GroupMembership': names });
const USUAL = { [MEMBERS]: members('root', 'jane', '_mbsetupuser') };
const observe = (answers: Parameters<typeof scriptedExec>[0], tree = {}) =>
  localAdminsOnMacos.observe(treeContext(tree, scriptedExec(answers)));

describe('administrators of a Mac', () => {
  it("are the group's members, without Apple's own", async () => {
    expect(await observe(USUAL)).toEqual({
      status: 'ok',
      value: { accounts: ['jane', 'root'], sudo_rules: false },
    });
  });

  it('are more by further rules', async () => {
    const sudoers = (rule: string) => ({
      '/etc/sudoers': `root ALL = (ALL) ALL\n%admin\t\tALL = (ALL) ALL\n${rule}`,
    });
    expect(await observe(USUAL, sudoers(''))).toMatchObject({ value: { sudo_rules: false } });
    expect(await observe(USUAL, sudoers('joe ALL=(ALL) ALL\n'))).toMatchObject({
      value: { sudo_rules: true },
    });
  });

  it('come with the ways in that need no password', async () => {
    const tree = { [LOGIN_WINDOW]: plistOf({ autoLoginUser: 'jane', GuestEnabled: true }) };
    const outcome = await observe(USUAL, tree);
    expect(outcome).toMatchObject({ value: { automatic_login: true, guest_account: true } });
    expect(await observe(USUAL, { [LOGIN_WINDOW]: plistOf({ GuestEnabled: 0 }) })).toMatchObject({
      value: { automatic_login: false, guest_account: false },
    });
  });

  it.each([
    ['No such key: AuthenticationAuthority\n', 'locked'],
    ['AuthenticationAuthority: ;ShadowHash;HASHLIST:<SALTED-SHA512-PBKDF2>\n', 'password'],
    ['AuthenticationAuthority: ;DisabledUser;;ShadowHash;HASHLIST:<SALTED-SHA512-PBKDF2>\n', 'locked'],
  ])('have a root by its authority: %s', async (text, root_login) => {
    expect(await observe({ ...USUAL, [ROOT]: text })).toMatchObject({ value: { root_login } });
  });

  it('are unknown without the tool, or when it names nobody', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
    expect(await observe({ [MEMBERS]: 'No such key: GroupMembership\n' })).toMatchObject({
      reason: 'unparsed',
    });
  });
});
