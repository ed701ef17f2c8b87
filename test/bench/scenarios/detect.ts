import { randomUUID } from 'node:crypto';
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
 * From a file that changes to the signed report that leaves the agent: agents as they are shipped watch a tree of real
 * files each, which restarts are due in, go out of support, lose their protection and their encryption, and are mended
 * again, one change after the other. Several agents make the run shorter, and share the machine.
 */
export const scenario = defineScenario({
  summary: 'a watched fact changes on a device until its signed report is sent',
  options: {
    changes: { default: 1000, help: 'how many changes are measured' },
    agents: { default: 3, help: 'how many agents they are spread over' },
  },
  quick: { changes: 300 },
  async run({ changes, agents }, { progress, atEnd }) {
    const { watching, limits } = await startWatching(agents, atEnd);
    const took: number[] = [];
    const bare: number[] = [];
    const measured = async (ms: number) => {
      took.push(ms);
      if (took.length % 100 === 0) progress(`${took.length} of ${changes} changes`);
      if (took.length % 20 !== 0) return;
      const { watch, sign } = await limits.sample();
      bare.push(watch + sign);
    };
    const left = { changes };
    await Promise.all(watching.map((one) => changeAndWait(one, left, measured)));
    return [
      toFigure('agents', agents, ''),
      toFigure('changes', took.length, ''),
      ...Object.entries(QUANTILES).map(([name, q]) =>
        toFigure(`watched_change_to_sent_${name}_ms`, quantile(took, q), 'ms', quantile(bare, q)),
      ),
      toFigure('watched_change_to_sent_max_ms', Math.max(...took), 'ms'),
    ];
  },
});

interface Watching {
  laptop: Laptop;
  trace: LogTrace;
}

/** Changes one thing after the other, for as long as changes are left. */
async function changeAndWait(
  { laptop, trace }: Watching,
  left: { changes: number },
  measured: (ms: number) => Promise<void>,
): Promise<void> {
  const steps = CHANGES.flatMap((change) => change(laptop));
  for (let i = 0; left.changes > 0; i += 1) {
    if (i >= WARM_UP) left.changes -= 1;
    await sleep(PAUSE_MS + Math.random() * PAUSE_SPREAD_MS);
    const at = monotonicMs();
    steps[i % steps.length]?.();
    const sentAt = await firstReportAfter(trace, at);
    if (i >= WARM_UP) await measured(sentAt - at);
  }
}

const firstReportAfter = async (trace: LogTrace, at: number): Promise<number> => {
  const line = await trace.find(
    ({ msg, monotonicMs: sentAt }) => msg === 'report sent' && Number(sentAt) > at,
    10_000,
  );
  return Number(line.monotonicMs);
};

async function startWatching(agents: number, atEnd: Bench['atEnd']) {
  const dir = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const executable = await makeShippedAgent(dir);
  const collector = await startCollectorProcess({ dataDir: join(dir, 'collector'), onLog: () => {} });
  atEnd(() => collector.stop());
  const token = { uses: agents };
  const { joinString } = await collector.api.call<CreatedEnrollmentToken>(
    'POST',
    '/enrollment-tokens',
    token,
  );
  const watching: Watching[] = [];
  for (let i = 0; i < agents; i += 1) {
    const home = join(dir, `device-${i}`);
    const root = join(home, 'laptop');
    mkdirSync(root, { recursive: true });
    const laptop = createLaptop(root, { serial: `PF4XK2M${i}`, uuid: randomUUID() });
    const trace = createLogTrace();
    const agent = await startAgentProcess({
      ...{ executable, joinString, root, stateDir: join(home, 'agent') },
      ...{ logLevel: 'debug', onLog: trace.take },
    });
    atEnd(() => agent.stop());
    await trace.find(({ msg }) => msg === 'report sent', 20_000);
    watching.push({ laptop, trace });
  }
  const limits = await openLimits(dir);
  atEnd(() => limits.close());
  return { watching, limits };
}
