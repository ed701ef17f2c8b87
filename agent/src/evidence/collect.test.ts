import { type Outcome, ok, type Tpm } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import type { AnyProbe, Probe } from '../probes/probe.ts';
import { treeContext } from '../system/test-tree.ts';
import { collect } from './collect.ts';
import { withoutOverlap } from './without-overlap.ts';

const clock = { now: () => 1234 };

const tpmProbe = (observe: () => Promise<Outcome<Tpm>>, deadlineMs = 1000): Probe<'tpm'> => ({
  signal: 'tpm',
  watch: [],
  everyMs: 1000,
  deadlineMs,
  observe,
});

const firewallProbe: Probe<'firewall'> = {
  signal: 'firewall',
  watch: [],
  everyMs: 1000,
  deadlineMs: 1000,
  observe: async () => ok({ enabled: true, backend: 'nftables', evidence: [] }),
};

describe('collect', () => {
  it('stamps each answer with the time it was there', async () => {
    const signals = await collect([tpmProbe(async () => ok({ version: '2.0' }))], treeContext({}), clock);
    expect(signals).toEqual({ tpm: { status: 'ok', value: { version: '2.0' }, observedAt: 1234 } });
  });

  it('turns a probe that does not answer into unknown(timeout) and keeps the others', async () => {
    const hanging = tpmProbe(() => new Promise(() => {}), 20);
    const signals = await collect([hanging, firewallProbe], treeContext({}), clock);
    expect(signals.tpm).toMatchObject({ status: 'unknown', reason: 'timeout' });
    expect(signals.firewall).toMatchObject({ status: 'ok' });
  });

  it('turns a fault of a probe into unknown(crashed), on one line, and counts it', async () => {
    const context = treeContext({});
    const failing = tpmProbe(async () => {
      throw new TypeError(`first line\nsecond\u0007 ${'x'.repeat(500)}`);
    });
    const { tpm } = await collect([failing], context, clock);
    expect(tpm).toMatchObject({
      status: 'unknown',
      reason: 'crashed',
      detail: expect.stringMatching(/^TypeError: first line second {2}x+$/),
    });
    expect(tpm?.status === 'unknown' && tpm.detail.length).toBeLessThanOrEqual(160);
    expect(context.agent.failures.list()).toMatchObject([{ signal: 'tpm', crashed: 1, timed_out: 0 }]);
  });
});

describe('a probe that hangs', () => {
  it('is not observed a second time meanwhile, and what it says too late is not taken for news', async () => {
    const answers: ((found: Outcome<Tpm>) => void)[] = [];
    const probe: AnyProbe = withoutOverlap(
      tpmProbe(() => new Promise((resolve) => answers.push(resolve)), 10),
    );
    const context = treeContext({});
    await collect([probe], context, clock);
    const asked = [1, 2].map(() => collect([{ ...probe, deadlineMs: 5000 } as AnyProbe], context, clock));
    expect(answers).toHaveLength(1);
    answers[0]?.(ok({ version: '1.2' }));
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(ok({ version: '2.0' }));
    for (const { tpm } of await Promise.all(asked))
      expect(tpm).toMatchObject({ status: 'ok', value: { version: '2.0' } });
    expect(answers).toHaveLength(2);
  });

  it('is observed again when it crashed at last', async () => {
    const ends: ((cause: Error) => void)[] = [];
    const probe: AnyProbe = withoutOverlap(tpmProbe(() => new Promise((_, reject) => ends.push(reject)), 10));
    const context = treeContext({});
    await collect([probe], context, clock);
    const second = collect([{ ...probe, deadlineMs: 5000 } as AnyProbe], context, clock);
    ends[0]?.(new Error('of before'));
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.(new Error('of now'));
    expect(await second).toMatchObject({ tpm: { reason: 'crashed', detail: 'Error: of now' } });
  });
});
