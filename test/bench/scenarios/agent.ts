import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '@assay/shared';
import type { CreatedEnrollmentToken } from '@assay/shared/api';
import { UNIT_ENVIRONMENT } from '../../../agent/src/service/systemd-unit.ts';
import { startAgentProcess } from '../../e2e/agent-process.ts';
import { startCollectorProcess } from '../../helpers/collector-process.ts';
import { installedTools, runTool } from '../footprint/inventory-tool.ts';
import { type ProcessCost, readProcessCost } from '../footprint/process-cost.ts';
import { makeShippedAgent } from '../footprint/shipped-agent.ts';
import { countSpawns, type SpawnWindow } from '../footprint/spawn-count.ts';
import { type Bench, defineScenario, type Figure, toFigure } from '../harness.ts';
import { createLogTrace, type LogTrace } from '../log-trace.ts';
import { quantile } from '../percentiles.ts';

/** Start-up, the slow first count of updates and the collector's answer are not steady state. */
const SETTLE_S = 45;
/** Between two looks at what it holds and has started, ms. */
const LOOK_EVERY_MS = 10_000;

/**
 * The agent over this very machine, connected to a real collector: what it holds, uses and starts once it has settled,
 * beside an empty Node process, and beside the inventory agents that are installed here. Needs root, for the kernel to
 * count what it starts.
 */
export const scenario = defineScenario({
  summary: 'memory, CPU and processes of an agent at rest',
  options: {
    seconds: { default: 300, help: 'how long it is watched' },
    packaged: { default: false, help: 'the executable that is shipped, instead of the sources' },
  },
  quick: { packaged: true },
  async run({ seconds, packaged }, { progress, atEnd }) {
    const dir = mkdtempSync(join(tmpdir(), 'assay-bench-'));
    atEnd(() => rmSync(dir, { recursive: true, force: true }));
    if (packaged) progress('making the executable');
    const executable = packaged ? await makeShippedAgent(dir) : null;
    const { pid, firstReportS, trace } = await startOnThisMachine(dir, executable, atEnd);
    const empty = spawn(process.execPath, ['-e', 'setInterval(() => {}, 2 ** 30)'], { stdio: 'ignore' });
    atEnd(() => empty.kill());
    const emptyPid = empty.pid ?? 0;
    await sleep(SETTLE_S * 1000);
    progress(`watching for ${seconds} s`);
    const spawns = await countSpawns(pid, LOOK_EVERY_MS);
    const costs = [readProcessCost(pid)];
    const looks = setInterval(() => costs.push(readProcessCost(pid)), LOOK_EVERY_MS);
    atEnd(() => clearInterval(looks));
    const emptyBefore = readProcessCost(emptyPid);
    await sleep(seconds * 1000);
    clearInterval(looks);
    costs.push(readProcessCost(pid));
    return [
      toFigure('seconds', seconds, 's'),
      ...costFigures(costs, [emptyBefore, readProcessCost(emptyPid)], seconds),
      ...spawnFigures(await spawns.stop(), programsIn(trace), seconds),
      toFigure('first_report_s', firstReportS, 's'),
      ...(await inventoryFigures(progress)),
    ];
  },
});

/** What it held while it was watched, at the median and at most, and what it used. */
function costFigures(
  costs: readonly ProcessCost[],
  empty: readonly ProcessCost[],
  seconds: number,
): Figure[] {
  const all = (of: (cost: ProcessCost) => number) => costs.map(of);
  const held = (name: string, of: (cost: ProcessCost) => number) => [
    toFigure(`${name}_mb`, quantile(all(of), 0.5), 'MB', quantile(empty.map(of), 0.5)),
    toFigure(`${name}_max_mb`, Math.max(...all(of)), 'MB'),
  ];
  const perHour = (of: readonly ProcessCost[]) =>
    (((of.at(-1)?.cpuS ?? 0) - (of[0]?.cpuS ?? 0)) * 3600) / seconds;
  return [
    ...held('rss', ({ rssMb }) => rssMb),
    ...held('pss', ({ pssMb }) => pssMb),
    ...held('private', ({ privateMb }) => privateMb),
    toFigure('cpu_s_per_h', perHour(costs), 's'),
    toFigure('empty_node_cpu_s_per_h', perHour(empty), 's'),
  ];
}

interface ProgramRun {
  from: number;
  to: number;
}

/** The programs that the agent says it has run, each at a step of its ladder. */
const programsIn = (trace: LogTrace): ProgramRun[] =>
  trace
    .all(({ msg }) => msg === 'program ran')
    .map(({ time, ms }) => ({ from: Number(time) - Number(ms), to: Number(time) }));

/** Both logs and looks are rounded, and a look takes its time. */
const SLACK_MS = 500;

/**
 * All that was started by the kernel's count: of that what fell into windows in which a probe ran a program (which
 * may start others), and the rest, of which there is to be none.
 */
function spawnFigures(
  windows: readonly SpawnWindow[],
  programs: readonly ProgramRun[],
  seconds: number,
): Figure[] {
  const total = (of: readonly SpawnWindow[]) => of.reduce((sum, { started }) => sum + started, 0);
  const between = windows.filter(
    ({ from, to }) => !programs.some((run) => run.from < to + SLACK_MS && run.to > from - SLACK_MS),
  );
  const [first, last] = [windows[0]?.from ?? 0, windows.at(-1)?.to ?? 0];
  return [
    toFigure('spawned_per_h', (total(windows) * 3600) / seconds, ''),
    toFigure('programs_run', programs.filter(({ from, to }) => to > first && from < last).length, ''),
    toFigure('spawned_between_steps', total(between), ''),
    toFigure('seconds_between_steps', between.reduce((sum, { from, to }) => sum + to - from, 0) / 1000, 's'),
  ];
}

async function startOnThisMachine(dir: string, executable: string | null, atEnd: Bench['atEnd']) {
  const collector = await startCollectorProcess({ dataDir: join(dir, 'collector'), onLog: () => {} });
  atEnd(() => collector.stop());
  const { joinString } = await collector.api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', {});
  const trace = createLogTrace();
  let started = 0;
  const agent = await startAgentProcess({
    joinString,
    stateDir: join(dir, 'agent'),
    root: '/',
    logLevel: 'debug',
    onLog: trace.take,
    onSpawn: () => (started = monotonicMs()),
    ...(executable && { executable }),
    environment: UNIT_ENVIRONMENT,
    ownPids: true,
  });
  atEnd(() => agent.stop());
  const sent = await trace.find(({ msg }) => msg === 'report sent', 20_000);
  return { pid: agent.pid, firstReportS: (Number(sent.monotonicMs) - started) / 1000, trace };
}

/** They run now and then instead of staying: one run of each, and what it would cost to know as much every hour. */
async function inventoryFigures(progress: Bench['progress']): Promise<Figure[]> {
  const figures: Figure[] = [];
  const tools = installedTools();
  if (tools.length === 0) progress('no inventory agent is installed here to compare with');
  for (const tool of tools) {
    const { seconds, cpuS, maxRssMb, spawned } = await runTool(tool);
    figures.push(
      toFigure(`${tool.name}_run_s`, seconds, 's'),
      toFigure(`${tool.name}_run_cpu_s`, cpuS, 's'),
      toFigure(`${tool.name}_run_spawned`, spawned, ''),
      toFigure(`${tool.name}_max_rss_mb`, maxRssMb, 'MB'),
    );
  }
  return figures;
}
