import { describe, expect, it } from 'vitest';
import type { ExecResult } from '../../system/exec.ts';
import { plistOf, scriptedExec, treeContext } from '../../system/test-tree.ts';
import { kernelIntegrityOnMacos } from './macos.ts';

const SIP = 'csrutil status';
const SEAL = 'diskutil info -plist /';
const GATEKEEPER = 'spctl --status';
const XPROTECT = '/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist';
const ENABLED = 'System Integrity Protection status: enabled.\n';
const CUSTOM = `System Integrity Protection status: unknown (Custom Configuration).

Configuration:
	Kext Signing: enabled
	Filesystem Protections: disabled
`;
const disabled: ExecResult = { status: 'exit', code: 1, stdout: 'assessments disabled\n', stderr: '' };

const observe = (answers: Parameters<typeof scriptedExec>[0], tree = {}) =>
  kernelIntegrityOnMacos.observe(treeContext(tree, scriptedExec(answers)));

describe('the integrity of a Mac', () => {
  it('is told by each safeguard itself', async () => {
    const answers = {
      [SIP]: ENABLED,
      [SEAL]: plistOf({ Sealed: 'Yes' }),
      [GATEKEEPER]: 'assessments enabled\n',
    };
    expect(await observe(answers, { [XPROTECT]: plistOf({ CFBundleShortVersionString: '5322' }) })).toEqual({
      status: 'ok',
      value: {
        system_integrity_protection: true,
        sealed_system: true,
        gatekeeper: true,
        malware_definitions: '5322',
        evidence: ['csrutil status: enabled', 'diskutil Sealed: Yes', 'spctl: assessments enabled', XPROTECT],
      },
    });
  });

  it('is told with the definitions that the tool names, where there is one', async () => {
    const older = { [XPROTECT]: plistOf({ CFBundleShortVersionString: '5287' }) };
    const asked = (answer: string | ExecResult) =>
      observe({ [SIP]: ENABLED, 'xprotect version': answer }, older);
    expect(await asked('Version: 5322 Installed: 2025-11-19 08:12:01 +0000\n')).toMatchObject({
      value: { malware_definitions: '5322', evidence: ['csrutil status: enabled', 'xprotect version'] },
    });
    for (const answer of ['Version: keine\n', { status: 'timeout', detail: '' } as const]) {
      expect(await asked(answer)).not.toHaveProperty('value.malware_definitions');
    }
  });

  it.each([
    ['disabled', 'System Integrity Protection status: disabled.\n'],
    ['customised', CUSTOM],
  ])('is reduced when protection is %s', async (_, text) => {
    expect(await observe({ [SIP]: text })).toMatchObject({ value: { system_integrity_protection: false } });
  });

  it('is reduced by a broken seal and by Gatekeeper switched off', async () => {
    const answers = { [SIP]: ENABLED, [SEAL]: plistOf({ Sealed: 'Broken' }), [GATEKEEPER]: disabled };
    expect(await observe(answers)).toMatchObject({ value: { sealed_system: false, gatekeeper: false } });
  });

  it('leaves out what did not answer as we know it', async () => {
    const answers = { [SIP]: ENABLED, [SEAL]: plistOf({}), [GATEKEEPER]: 'aktiviert\n' };
    const outcome = await observe(answers, { [XPROTECT]: plistOf({ CFBundleShortVersionString: 'x' }) });
    expect(outcome).toMatchObject({ status: 'ok', value: { evidence: ['csrutil status: enabled'] } });
    for (const field of ['sealed_system', 'gatekeeper', 'malware_definitions']) {
      expect(outcome).not.toHaveProperty(`value.${field}`);
    }
  });

  it('is unknown without the word of csrutil', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
    expect(await observe({ [SIP]: 'System Integrity Protection status: new.\n' })).toMatchObject({
      reason: 'unparsed',
    });
  });
});
