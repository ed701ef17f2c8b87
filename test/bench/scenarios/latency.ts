import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '@assay/shared';
import type { CreatedEnrollmentToken } from '@assay/shared/api';
import { startAgentProcess } from '../../e2e/agent-process.ts';
import { startCollectorProcess } from '../../helpers/collector-process.ts';
import { createLaptop } from '../../laptop/tree.ts';
import { startSsfReceiver } from '../../receivers/ssf-receiver.ts';
import { type Bench, defineScenario, type Figure, toFigure } from '../harness.ts';
import { measureFleetChanges } from '../latency/fleet-changes.ts';
import { openLimits, type StepLimits } from '../latency/limits.ts';
import { createLogTrace, type LogTrace } from '../log-trace.ts';
import { QUANTILES, quantile } from '../percentiles.ts';

const AUDIENCE = 'https://idp.example/ssf';
/** Compliance and risk level: each change of tier is told in both. */
const SETS_PER_CHANGE = 2;
const WARM_UP = 6;

/** When one change reached each station, ms after it began; and what the bare operations took just after. */
interface Sample {
  sent: number;
  stored: number;
  accepted: number;
  limits: StepLimits;
}

/**
 * From a fact on a laptop to the identity provider: a real agent watches a laptop whose endpoint protection is
 * removed and put back, a real collector judges, a strict receiver verifies and accepts. Accepted is when the
 * receiver has verified the first SET and answered; the clock starts before the first file is touched.
 */
export const scenario = defineScenario({
  summary:
    'a fact changes on a device until the identity provider has accepted it: one real laptop, then simulated fleets',
  options: {
    changes: { default: 60, help: 'how many changes of one real laptop are measured' },
    agents: { default: 1000, help: 'a simulated fleet with 10 changes/s and one receiver' },
    many: { default: 10_000, help: 'another with 100 changes/s and three receivers, of which one is dead' },
    seconds: { default: 20, help: 'how long the fleets change' },
  },
  quick: { changes: 40, seconds: 15 },
  async run({ changes, agents, many, seconds }, bench) {
    const samples = await oneLaptop(changes, bench);
    const limits = samples.map((sample) => sample.limits);
    const few = { agents, changesPerS: 10, seconds, receivers: 1, dead: false };
    const crowd = { agents: many, changesPerS: 100, seconds, receivers: 2, dead: true };
    return [
      ...toFigures(samples),
      ...(await measureFleetChanges(few, { limits, bench })),
      ...(await measureFleetChanges(crowd, { limits, bench })),
    ];
  },
});

async function oneLaptop(changes: number, { progress, atEnd }: Bench): Promise<Sample[]> {
  const { laptop, receiver, traces, limits } = await startEverything(atEnd);
  const samples: Sample[] = [];
  for (let i = -WARM_UP; i < changes; i++) {
    const breaks = i % 2 === 0;
    const before = receiver.accepted.length;
    const at = monotonicMs();
    if (breaks) laptop.removeEdr();
    else laptop.restoreEdr();
    await receiver.waitForAccepted(before + 1);
    const accepted = monotonicMs() - at;
    await receiver.waitForAccepted(before + SETS_PER_CHANGE);
    const expected = breaks ? 'not-compliant' : 'compliant';
    const told = receiver.accepted[before]?.members.current_status;
    if (told !== expected) throw new Error(`expected ${expected}, was told ${told}`);
    const { sent, stored } = await follow(traces, { tier: breaks ? 'untrusted' : 'trusted', at });
    const sample = { sent, stored, accepted, limits: await limits.sample() };
    if (i >= 0) samples.push(sample);
    if (i >= 0 && (i + 1) % 20 === 0) progress(`${i + 1} of ${changes} changes`);
    await sleep(100 + Math.random() * 300);
  }
  if (receiver.rejected.length > 0) throw new Error(`the receiver refused: ${receiver.rejected.join('; ')}`);
  return samples;
}

async function startEverything(atEnd: Bench['atEnd']) {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const traces = { collector: createLogTrace(), agent: createLogTrace() };
  const collector = await startCollectorProcess({
    dataDir: join(dir, 'collector'),
    onLog: traces.collector.take,
  });
  atEnd(() => collector.stop());
  const { url: issuer, ca, api } = collector;
  const jwksUri = `${issuer}/ssf/jwks.json`;
  const receiver = await startSsfReceiver({ issuer, audience: AUDIENCE, jwksUri, ca });
  atEnd(() => receiver.close());
  const config = { endpoint_url: receiver.url, aud: AUDIENCE };
  await api.call('POST', '/targets', { name: 'receiver', kind: 'ssf', config });

  const root = join(dir, 'laptop');
  mkdirSync(root);
  const laptop = createLaptop(root);
  const { joinString } = await api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', {});
  const agent = await startAgentProcess({
    joinString,
    stateDir: join(dir, 'agent'),
    root,
    logLevel: 'debug',
    onLog: traces.agent.take,
  });
  atEnd(() => agent.stop());
  await receiver.waitForAccepted(SETS_PER_CHANGE, 20_000);
  const limits = await openLimits(dir);
  atEnd(() => limits.close());
  return { laptop, receiver, traces, limits };
}

/** When the report of a change left the agent, and when its verdict was durable, ms after `at`. */
async function follow(
  traces: { collector: LogTrace; agent: LogTrace },
  { tier, at }: { tier: string; at: number },
): Promise<{ sent: number; stored: number }> {
  const verdict = await traces.collector.find(
    ({ msg, tier: stored, monotonicMs }) =>
      msg === 'verdict stored' && stored === tier && Number(monotonicMs) > at,
  );
  const report = await traces.agent.find(
    ({ msg, reportNumber }) => msg === 'report sent' && reportNumber === verdict.reportNumber,
  );
  return { sent: Number(report.monotonicMs) - at, stored: Number(verdict.monotonicMs) - at };
}

function toFigures(samples: Sample[]): Figure[] {
  const hop = (name: string, value: (sample: Sample) => number, limit: (limits: StepLimits) => number) =>
    Object.entries(QUANTILES).map(([quantileName, q]) =>
      toFigure(
        `${name}_${quantileName}_ms`,
        quantile(samples.map(value), q),
        'ms',
        quantile(
          samples.map((sample) => limit(sample.limits)),
          q,
        ),
      ),
    );
  const toSend = ({ watch, sign }: StepLimits) => watch + sign;
  const toStore = ({ verify, commit }: StepLimits) => verify + commit;
  const toTell = ({ signSet, post }: StepLimits) => signSet + post;
  const bare = (step: keyof StepLimits, name: string) =>
    toFigure(
      `bare_${name}_p50_ms`,
      quantile(
        samples.map(({ limits }) => limits[step]),
        QUANTILES.p50,
      ),
      'ms',
    );
  return [
    toFigure('agents', 1, ''),
    toFigure('changes', samples.length, ''),
    ...hop('change_to_sent', ({ sent }) => sent, toSend),
    ...hop(
      'change_to_stored',
      ({ stored }) => stored,
      (limits) => toSend(limits) + toStore(limits),
    ),
    ...hop(
      'change_to_accepted',
      ({ accepted }) => accepted,
      (limits) => toSend(limits) + toStore(limits) + toTell(limits),
    ),
    ...hop('sent_to_stored', ({ sent, stored }) => stored - sent, toStore),
    ...hop('stored_to_accepted', ({ stored, accepted }) => accepted - stored, toTell),
    bare('watch', 'watch'),
    bare('sign', 'report_signature'),
    bare('verify', 'report_verification'),
    bare('commit', 'commit'),
    bare('signSet', 'set_signature'),
    bare('post', 'post'),
  ];
}
