import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '@assay/shared';
import type { CreatedEnrollmentToken } from '@assay/shared/api';
import { startAgentProcess } from '../../e2e/agent-process.ts';
import { startCollectorProcess } from '../../helpers/collector-process.ts';
import { createLaptop, type Laptop } from '../../laptop/tree.ts';
import { makeShippedAgent } from '../footprint/shipped-agent.ts';
import { type Bench, defineScenario, toFigure } from '../harness.ts';
import { openLimits } from '../latency/limits.ts';
import { createLogTrace, type LogTrace } from '../log-trace.ts';
import { QUANTILES, quantile } from '../percentiles.ts';

const WARM_UP = 4;
/** Between two changes, so that nothing of the last one is still under way and no limit on messages is met. */
const PAUSE_MS = 120;
const PAUSE_SPREAD_MS = 160;

/** Facts of a laptop that watches see, each with its way back. */
const CHANGES: readonly ((laptop: Laptop) => [() => void, () => void])[] = [
  (laptop) => [laptop.installUpdate, laptop.reboot],
  (laptop) => [laptop.endSupport, laptop.renewSupport],
  (laptop) => [laptop.removeEdr, laptop.restoreEdr],
  (laptop) => [laptop.decryptDisk, laptop.encryptDisk],
];

/**
 * From a file that changes to the signed report that leaves the agent: the agent as it is shipped watches a tree of real files,
 * which restarts are due in, go out of support, lose their protection and their encryption, and are mended again.
 */
export const scenario = defineScenario({
  summary: 'a watched fact changes on a device until its signed report is sent',
  options: { changes: { default: 1000, help: 'how many changes are measured' } },
  quick: { changes: 300 },
  async run({ changes }, { progress, atEnd }) {
    const { laptop, trace, limits } = await startWatching(atEnd);
    const steps = CHANGES.flatMap((change) => change(laptop));
    const took: number[] = [];
    const bare: number[] = [];
    for (let i = -WARM_UP; i < changes; i += 1) {
      await sleep(PAUSE_MS + Math.random() * PAUSE_SPREAD_MS);
      const step = steps[(i + WARM_UP) % steps.length];
      const at = monotonicMs();
      step?.();
      const sentAt = await firstReportAfter(trace, at);
      if (i < 0) continue;
      took.push(sentAt - at);
      if (i % 20 === 0) {
        const { watch, sign } = await limits.sample();
        bare.push(watch + sign);
      }
      if ((i + 1) % 100 === 0) progress(`${i + 1} of ${changes} changes`);
    }
    return [
      toFigure('changes', took.length, ''),
      ...Object.entries(QUANTILES).map(([name, q]) =>
        toFigure(`watched_change_to_sent_${name}_ms`, quantile(took, q), 'ms', quantile(bare, q)),
      ),
      toFigure('watched_change_to_sent_max_ms', Math.max(...took), 'ms'),
    ];
  },
});

const firstReportAfter = async (trace: LogTrace, at: number): Promise<number> => {
  const line = await trace.find(
    ({ msg, monotonicMs: sentAt }) => msg === 'report sent' && Number(sentAt) > at,
    10_000,
  );
  return Number(line.monotonicMs);
};

async function startWatching(atEnd: Bench['atEnd']) {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const collector = await startCollectorProcess({ dataDir: join(dir, 'collector'), onLog: () => {} });
  atEnd(() => collector.stop());
  const { joinString } = await collector.api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', {});
  const root = join(dir, 'laptop');
  mkdirSync(root);
  const laptop = createLaptop(root);
  const trace = createLogTrace();
  const agent = await startAgentProcess({
    executable: await makeShippedAgent(dir),
    joinString,
    stateDir: join(dir, 'agent'),
    root,
    logLevel: 'debug',
    onLog: trace.take,
  });
  atEnd(() => agent.stop());
  await trace.find(({ msg }) => msg === 'report sent', 20_000);
  const limits = await openLimits(dir);
  atEnd(() => limits.close());
  return { laptop, trace, limits };
}
