import { describe, expect, it } from 'vitest';
import { scriptedExec, treeContext } from '../../system/test-tree.ts';
import { tpmOnMacos } from '../tpm/macos.ts';
import { secureBootOnMacos } from './macos.ts';

const POLICY = '94b73556-2197-4702-82a8-3e1337dafbfb:AppleSecureBootPolicy';
const NVRAM = `nvram ${POLICY}`;
const CONTROLLER = 'system_profiler -json SPiBridgeDataType';
const controller = (...entries: object[]) => JSON.stringify({ SPiBridgeDataType: entries }, null, 2);
const silicon = (word: string) =>
  controller({
    _name: 'Controller Information',
    ibridge_model_identifier_top: 'Mac16,13',
    ibridge_sb_sip: 'Enabled',
    ibridge_secure_boot: word,
  });
const given = (answers: Parameters<typeof scriptedExec>[0]) => treeContext({}, scriptedExec(answers));

describe('the start of a Mac', () => {
  it.each([
    ['Full Security', true, 'full'],
    ['Volle Sicherheit', true, 'full'],
    ['完全なセキュリティ', true, 'full'],
    ['Sécurité normale', true, 'reduced'],
    ['Reduced Security', true, 'reduced'],
    ['Permissive Security', false, 'permissive'],
    ['No Security', false, 'permissive'],
  ])('is told by a known word: %s', async (word, enabled, level) => {
    expect(await secureBootOnMacos.observe(given({ [CONTROLLER]: silicon(word) }))).toEqual({
      status: 'ok',
      value: { enabled, level },
    });
  });

  it.each([
    ['%02', true, 'full'],
    ['%01', true, 'reduced'],
    ['%00', false, 'permissive'],
  ])("is told by a T2's number, whatever the language: %s", async (number, enabled, level) => {
    const answers = { [NVRAM]: `${POLICY}\t${number}\n`, [CONTROLLER]: silicon('何か') };
    expect(await secureBootOnMacos.observe(given(answers))).toMatchObject({ value: { enabled, level } });
  });

  it.each([
    ['a word in another language', silicon('Полная безопасность')],
    ['the name of a property', silicon('constructor')],
    ['no word', controller({ _name: 'Controller Information' })],
    ['no list', '{}'],
    ['no answer in JSON', 'Controller:'],
  ])('is unknown by %s', async (_, text) => {
    expect(await secureBootOnMacos.observe(given({ [CONTROLLER]: text }))).toMatchObject({
      reason: 'unparsed',
    });
  });

  it('is not supported without a chip that guards it, and unknown without a way to ask', async () => {
    const bare = given({ [CONTROLLER]: controller() });
    expect(await secureBootOnMacos.observe(bare)).toMatchObject({ reason: 'not_supported' });
    expect(await secureBootOnMacos.observe(given({}))).toMatchObject({ reason: 'tool_missing' });
  });
});

describe('the security chip of a Mac', () => {
  it('is a Secure Enclave, named by its generation', async () => {
    const enclave = (answers: Record<string, string>) =>
      tpmOnMacos.observe(given({ [CONTROLLER]: silicon('Full Security'), ...answers }));
    expect(await enclave({})).toMatchObject({
      value: { version: 'Apple silicon', manufacturer: 'Apple', kind: 'secure_enclave' },
    });
    expect(await enclave({ [NVRAM]: `${POLICY}\t%02\n` })).toMatchObject({
      value: { version: 'T2', kind: 'secure_enclave' },
    });
  });

  it('is absent where there is no controller, and unknown without a way to ask', async () => {
    expect(await tpmOnMacos.observe(given({ [CONTROLLER]: controller() }))).toMatchObject({
      status: 'absent',
    });
    expect(await tpmOnMacos.observe(given({}))).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
  });
});
