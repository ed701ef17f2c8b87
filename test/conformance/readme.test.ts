import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigner, ERRORS, LIMITS, parseJoinString, signEnvelope } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { TEST_KEYS } from './test-keys.ts';

const README = readFileSync(join(import.meta.dirname, '../../proto/README.md'), 'utf8');

/** The rows below the header that starts with this column, each as its cells. */
function table(firstColumn: string): string[][] {
  const lines = README.split('\n');
  const header = lines.findIndex((line) => line.startsWith(`| ${firstColumn} |`));
  expect(header, `the table whose first column is ${firstColumn}`).toBeGreaterThan(0);
  const rows = lines.slice(header + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('proto/README.md', () => {
  it('prints every limit with its value', () => {
    const printed = table('limit').map(([name, value]) => [name, value]);
    expect(printed).toEqual(Object.entries(LIMITS).map(([name, value]) => [`\`${name}\``, String(value)]));
  });

  it('prints every error that closes a connection as the catalogue has it', () => {
    const closing = Object.entries(ERRORS).filter(([, { close }]) => close !== null);
    expect(table('code')).toEqual(
      closing.map(([code, { close, retry, meaning }]) => [
        `\`${code}\``,
        String(close),
        retry ? 'yes' : 'no',
        meaning,
      ]),
    );
  });

  it('names only error codes that there are', () => {
    const named = table('rule').flatMap((cells) =>
      [...(cells.at(-1) ?? '').matchAll(/`(\w+)`/g)].map(([, code]) => code),
    );
    expect(named.filter((code) => !Object.hasOwn(ERRORS, code ?? ''))).toEqual([]);
  });

  it('shows the bytes that are really signed', async () => {
    const line = README.split('\n').find((text) => text.startsWith('44535345'));
    let signed = '';
    const signer = createSigner(TEST_KEYS.ES256, 'file');
    await signEnvelope('hello', Buffer.from('hi'), {
      ...signer,
      sign: async (bytes) => {
        signed = Buffer.from(bytes).toString('hex');
        return signer.sign(bytes);
      },
    });
    expect(line?.replaceAll(' ', '')).toBe(signed);
  });

  it('shows a join string that says what stands above it', () => {
    const [above = '', example = ''] = README.match(/^https:\/\/.*\n^assay1\..*$/m)?.[0].split('\n') ?? [];
    const [url, token, caPin] = above.split(' ');
    expect(parseJoinString(example)).toEqual({ url, token, caPin });
  });
});
