import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { updatesOnMacos } from './macos.ts';

const LIST = 'softwareupdate --list --no-scan';
const LOCAL = '/Library/Preferences/com.apple.SoftwareUpdate.plist';
const MANAGED = '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist';
const DECLARED = '/var/db/softwareupdate/SoftwareUpdateDDMStatePersistence.plist';
const BANNER = 'Software Update Tool\n\n';
const NONE = { status: 'ok', stdout: BANNER, stderr: 'No new software available.\n' } as const;
const TWO = `${BANNER}Software Update found the following new or updated software:
* Label: macOS Sequoia 15.7.9-24G830
	Title: macOS Sequoia 15.7.9, Version: 15.7.9, Size: 868648KiB, Recommended: YES, Action: restart, 
* Label: Safari18.6SequoiaAuto-18.6
	Title: Safari, Version: 18.6, Size: 190000KiB, Recommended: NO, 
`;

const observe = (
  answer: Parameters<typeof scriptedExec>[0][string] | undefined,
  tree: Record<string, TreeEntry> = {},
) => updatesOnMacos.observe(treeContext(tree, scriptedExec(answer === undefined ? {} : { [LIST]: answer })));
const declared = (automaticallyInstallOSUpdates: boolean | string) =>
  plistOf({
    SUCorePersistedStatePolicyFields: {
      SUCoreDDMDeclarationGlobalSettings: { automaticallyInstallOSUpdates },
    },
  });

describe('updates on macOS', () => {
  it('are counted, not listed', async () => {
    const outcome = await observe(TWO);
    expect(outcome).toEqual({
      status: 'ok',
      value: { source: 'softwareupdate', pending: 2, evidence: [LIST] },
    });
  });

  it('tell when something was last installed', async () => {
    const history = '/Library/Receipts/InstallHistory.plist';
    expect(await observe(NONE, { [history]: plistOf([]) })).toMatchObject({
      value: { last_change_ms: expect.any(Number), evidence: [LIST, history] },
    });
  });

  it('are none when the tool says so', async () => {
    expect(await observe(NONE)).toMatchObject({ value: { pending: 0 } });
  });

  it.each([
    ['an empty list', BANNER],
    ['another language', `${BANNER}Keine neue Software verfügbar.\n`],
    ['a scan that failed', `${BANNER}Scan finished with error: Error Domain=NSURLErrorDomain Code=-1005\n`],
  ])('are unknown by %s', async (_, text) => {
    expect(await observe(text)).toMatchObject({ status: 'unknown', reason: 'unparsed' });
  });

  it('are unknown without the tool', async () => {
    expect(await observe(undefined)).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
  });

  it('are as fresh as the last check', async () => {
    const tree = {
      [LOCAL]: plistOf({
        LastFullSuccessfulDate: new Date('2025-12-30T00:00:00Z'),
        LastSuccessfulDate: new Date('2025-12-31T21:30:00Z'),
      }),
    };
    expect(await observe(NONE, tree)).toMatchObject({ value: { index_age_s: 2 * 3600 } });
  });

  it('install themselves by the strongest setting that says so', async () => {
    const key = 'AutomaticallyInstallMacOSUpdates';
    const local = { [LOCAL]: plistOf({ [key]: true }) };
    const managed = { ...local, [MANAGED]: plistOf({ [key]: 0 }) };
    expect(await observe(NONE, local)).toMatchObject({ value: { automatic: true } });
    expect(await observe(NONE, managed)).toMatchObject({ value: { automatic: false } });
    for (const [word, automatic] of [
      ['AlwaysOn', true],
      ['AlwaysOff', false],
      ['Allowed', false],
      [true, true],
    ] as const) {
      expect(await observe(NONE, { ...managed, [DECLARED]: declared(word) })).toMatchObject({
        value: { automatic },
      });
    }
    expect(await observe(NONE)).not.toHaveProperty('value.automatic');
  });

  it.each(['AutomaticCheckEnabled', 'AutomaticDownload'])(
    'do not install themselves without %s',
    async (step) => {
      const install = { AutomaticallyInstallMacOSUpdates: true };
      const local = { [LOCAL]: plistOf({ ...install, [step]: false }) };
      expect(await observe(NONE, local)).toMatchObject({
        value: { automatic: false, evidence: expect.arrayContaining([`${LOCAL} ${step}`]) },
      });
      const managed = { ...local, [MANAGED]: plistOf({ [step]: true }) };
      expect(await observe(NONE, managed)).toMatchObject({ value: { automatic: true } });
    },
  );
});
