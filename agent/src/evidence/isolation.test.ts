import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { absent, type Outcome, ok, type SignalName, type Signals, systemClock } from '@assay/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLadder } from '../ladder.ts';
import { agentState } from '../probes/agent/own-state.ts';
import { createProbeContext } from '../probes/context.ts';
import type { AnyProbe, ProbeContext } from '../probes/probe.ts';
import { createExec, execProblemToOutcome } from '../system/exec.ts';
import { makeTree } from '../system/test-tree.ts';

type Observe = (context: ProbeContext) => Promise<Outcome<never>>;

const probe = (signal: SignalName, observe: Observe, deadlineMs = 200): AnyProbe =>
  ({ signal, watch: [], everyMs: 50, deadlineMs, observe }) as AnyProbe;

const HANGS = probe('tpm', () => new Promise(() => {}));
const CRASHES = probe('os', () => {
  throw new TypeError('of undefined');
});
const FLOODS = probe(
  'firewall',
  async ({ exec }) => {
    const answer = await exec.run('nft', []);
    if (answer.status === 'ok') throw new Error('it should never end');
    return execProblemToOutcome('nft', answer);
  },
  10_000,
);
const OVERSIZED = probe('browsers', async () =>
  ok({ browsers: [{ browser: 'x', name: 'x'.repeat(100_000), basis: '' }] } as never),
);
/** Leaves its observation behind at every look. */
const kept: Buffer[] = [];
const LEAKS = probe('mdm', () => {
  kept.push(Buffer.alloc(1024));
  return new Promise(() => {});
});

/** A ladder with all of these and one that works, over a machine whose `nft` never stops printing. */
function startAmongBadOnes() {
  const root = makeTree({
    // In large pieces: at the low priority of programs a line at a time may not be too much within the deadline.
    '/nft': '#!/bin/sh\nexec cat /dev/zero\n',
  });
  const nft = join(root, 'nft');
  chmodSync(nft, 0o755);
  const context = createProbeContext({
    root: '/',
    version: '0.0.0',
    keyStorage: 'file',
    clock: systemClock,
    exec: createExec({ root: '/', commands: { nft: [nft] } }),
  });
  let looks = 0;
  const works = probe('reboot_pending', async () => {
    looks += 1;
    return ok({ pending: looks % 2 === 0, reasons: [] } as never);
  });
  const heard: Signals[] = [];
  const ladder = createLadder({
    probes: [HANGS, CRASHES, FLOODS, OVERSIZED, LEAKS, works, { ...agentState, everyMs: 50 }],
    context,
    clock: systemClock,
    onSignals: (signals) => heard.push(signals),
  });
  onTestFinished(() => ladder.stop());
  return { ladder, heard };
}

describe.runIf(process.platform !== 'win32')('probes that hang, crash, flood or leak', () => {
  it('are unknown with their reason, are counted, and stop none of the others', async () => {
    const { ladder, heard } = startAmongBadOnes();
    await ladder.start();
    await vi.waitFor(
      () => {
        const signals = ladder.signals();
        expect(signals.tpm).toMatchObject({ status: 'unknown', reason: 'timeout' });
        expect(signals.os).toMatchObject({ status: 'unknown', reason: 'crashed' });
        expect(signals.firewall).toMatchObject({ status: 'unknown', reason: 'unparsed' });
        expect(signals.browsers).toMatchObject({ status: 'unknown', reason: 'unparsed' });
        expect(signals.agent).toMatchObject({
          value: {
            probes: expect.arrayContaining([
              expect.objectContaining({ signal: 'os', last: 'TypeError: of undefined' }),
              expect.objectContaining({ signal: 'tpm', last: 'no answer within 200 ms' }),
            ]),
          },
        });
      },
      { timeout: 20_000, interval: 20 },
    );
    // The good one is looked at again and again all the while.
    const before = heard.length;
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before + 5), {
      timeout: 20_000,
      interval: 20,
    });
    const last = heard.slice(before).map(({ reboot_pending }) => reboot_pending);
    expect(last).toContainEqual(
      expect.objectContaining({ value: expect.objectContaining({ pending: true }) }),
    );
    // One that never comes back is not started a second time: nothing piles up behind it.
    expect(kept).toHaveLength(1);
  });

  it('hold up the first report by no more than three seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const never = probe('tpm', () => new Promise(() => {}), 60_000);
    const prompt = probe('mdm', async () => absent('none'));
    const heard: Signals[] = [];
    const ladder = createLadder({
      probes: [never, prompt],
      context: createProbeContext({ root: '/', version: '0.0.0', keyStorage: 'file', clock: systemClock }),
      clock: systemClock,
      onSignals: (signals) => heard.push(signals),
    });
    onTestFinished(() => ladder.stop());
    const started = ladder.start();
    await vi.advanceTimersByTimeAsync(2999);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await started;
    expect(heard.map((signals) => Object.keys(signals))).toEqual([['mdm']]);
  });
});
