import { describe, expect, it } from 'vitest';
import type { Exec } from '../../system/exec.ts';
import { treeContext } from '../../system/test-tree.ts';
import { probesFor } from '../registry.ts';
import { parseCimAnswer } from './answer.ts';
import { createCimBatch } from './cim-batch.ts';
import { CIM_ARGUMENTS } from './script.ts';

const HOUR_MS = 3_600_000;

function counting(stdout: string) {
  const runs: string[] = [];
  const exec: Exec = {
    async run(command) {
      runs.push(command);
      return { status: 'ok', stdout, stderr: '' };
    },
  };
  let now = Date.UTC(2026, 0, 1);
  const context = { ...treeContext({}, exec), now: () => now };
  return { runs, context, pass: (ms: number) => (now += ms) };
}

describe('the batch of CIM questions', () => {
  it('is asked once for everybody, and again after six hours', async () => {
    const { runs, context, pass } = counting('{"tpm":{"items":[]}}');
    const cim = createCimBatch();
    await Promise.all([cim.read(context), cim.read(context)]);
    pass(6 * HOUR_MS - 1);
    await cim.read(context);
    expect(runs).toEqual(['powershell']);
    pass(1);
    await cim.read(context);
    expect(runs).toHaveLength(2);
  });

  it('is asked again when the clock was set back: its answer may be of any age', async () => {
    const { runs, context, pass } = counting('{}');
    const cim = createCimBatch();
    await cim.read(context);
    pass(-HOUR_MS);
    await cim.read(context);
    expect(runs).toHaveLength(2);
  });

  it('is asked again at once when its answer is in doubt', async () => {
    const { runs, context } = counting('{}');
    const cim = createCimBatch();
    await cim.read(context);
    cim.doubt();
    await cim.read(context);
    expect(runs).toHaveLength(2);
  });

  it('is tried again after an hour when it failed', async () => {
    const { runs, context, pass } = counting('Die Benennung "Get-CimInstance" wurde nicht erkannt');
    const cim = createCimBatch();
    await expect(cim.read(context)).rejects.toMatchObject({ outcome: { reason: 'unparsed' } });
    await expect(cim.read(context)).rejects.toMatchObject({ outcome: { reason: 'unparsed' } });
    expect(runs).toHaveLength(1);
    pass(HOUR_MS);
    await expect(cim.read(context)).rejects.toThrow();
    expect(runs).toHaveLength(2);
  });

  it.each([
    ['0x00040004', 2],
    ['0x80041003', 2],
    ['0x8004100e', 1],
  ])(
    'is tried again after an hour when a part of it failed with %s: asked %d times',
    async (error, times) => {
      const { runs, context, pass } = counting(JSON.stringify({ tpm: { items: [] }, volumes: { error } }));
      const cim = createCimBatch();
      await cim.read(context);
      pass(HOUR_MS);
      await cim.read(context);
      expect(runs).toHaveLength(times);
    },
  );

  it('is asked again by everybody who was told to forget it', async () => {
    const { runs, context } = counting('{"tpm":{"items":[]}}');
    const asking = probesFor('windows').filter(({ forget }) => forget);
    expect(asking.map(({ signal }) => signal)).toEqual(expect.arrayContaining(['disk_encryption', 'tpm']));
    const tpm = asking.find(({ signal }) => signal === 'tpm');
    await tpm?.observe(context);
    await tpm?.observe(context);
    expect(runs.filter((run) => run === 'powershell')).toHaveLength(1);
    tpm?.forget?.();
    await tpm?.observe(context);
    expect(runs.filter((run) => run === 'powershell')).toHaveLength(2);
  });

  it('runs a script that Windows can take on its command line', () => {
    expect(CIM_ARGUMENTS.join(' ').length).toBeLessThan(32_000);
    const script = Buffer.from(CIM_ARGUMENTS.at(-1) ?? '', 'base64').toString('utf16le');
    expect(script).toContain('GetProtectionStatus');
    expect(script).not.toMatch(/Set-|Remove-|Invoke-Expression|Download|Stop-/);
  });
});

describe('its answer', () => {
  it.each(['', 'text', '[]', 'null', '3'])('%j is none', (text) => {
    expect(parseCimAnswer(text)).toBeUndefined();
  });

  it('gives fields by their type only', () => {
    const text = JSON.stringify({
      tpm: { items: [{ spec: '2.0', count: 3, on: true, all: [1, 'a', {}], empty: ' ', half: 1.5 }] },
    });
    const item = parseCimAnswer(`\ufeff${text}`)?.items('tpm')[0];
    expect([item?.text('spec'), item?.number('count'), item?.flag('on')]).toEqual(['2.0', 3, true]);
    expect(item?.list('all')).toEqual([1, 'a']);
    expect([item?.text('count'), item?.number('spec'), item?.flag('spec'), item?.list('spec')]).toEqual(
      Array(4).fill(undefined),
    );
    expect([item?.text('empty'), item?.number('half')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['AccessDenied', 'permission'],
    ['0x80041003', 'permission'],
    ['InvalidNamespace', 'not_supported'],
    ['0x8004100e', 'not_supported'],
    ['0x00040004', 'timeout'],
    ['0x80004005', 'exit'],
    ['a text with blanks', 'unparsed'],
  ])('a part that failed with %s is unknown: %s', (error, reason) => {
    const answer = parseCimAnswer(JSON.stringify({ tpm: { error } }));
    expect(() => answer?.items('tpm')).toThrow(
      expect.objectContaining({ outcome: expect.objectContaining({ reason }) }),
    );
    expect(answer?.lacks('tpm')).toBe(reason === 'not_supported');
  });

  it('a part that is not there, or holds something else, is unknown', () => {
    const answer = parseCimAnswer('{"a":{"items":[1]},"b":{"items":{"value":[]}},"c":7}');
    for (const part of ['a', 'b', 'c', 'd']) expect(() => answer?.items(part)).toThrow(/no answer about/);
  });
});
