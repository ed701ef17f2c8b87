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
import { countChildren, readProcessCost } from '../footprint/process-cost.ts';
import { makeShippedAgent } from '../footprint/shipped-agent.ts';
import { type Bench, defineScenario, type Figure, toFigure } from '../harness.ts';
import { createLogTrace } from '../log-trace.ts';

/** Start-up, the slow first count of updates and the collector's answer are not steady state. */
const SETTLE_S = 45;

/**
 * The agent as it is shipped, over this very machine, connected to a real collector: what it holds and uses once it
 * has settled, beside an empty Node process, and beside the inventory agents that are installed here.
 */
export const scenario = defineScenario({
  summary: 'memory, CPU and processes of an agent at rest',
  options: { seconds: { default: 300, help: 'how long it is watched' } },
  async run({ seconds }, { progress, atEnd }) {
    const dir = mkdtempSync(join(tmpdir(), 'assay-bench-'));
    atEnd(() => rmSync(dir, { recursive: true, force: true }));
    progress('making the executable');
    const executable = await makeShippedAgent(dir);
    const { pid, firstReportS } = await startOnThisMachine(dir, executable, atEnd);
    const empty = spawn(process.execPath, ['-e', 'setInterval(() => {}, 2 ** 30)'], { stdio: 'ignore' });
    atEnd(() => empty.kill());
    const emptyPid = empty.pid ?? 0;
    await sleep(SETTLE_S * 1000);
    progress(`watching for ${seconds} s`);
    const children = countChildren(pid, 20);
    const before = { agent: readProcessCost(pid), empty: readProcessCost(emptyPid) };
    await sleep(seconds * 1000);
    const after = { agent: readProcessCost(pid), empty: readProcessCost(emptyPid) };
    const perHour = (amount: number) => (amount * 3600) / seconds;
    const cpu = (who: 'agent' | 'empty') => perHour(after[who].cpuS - before[who].cpuS);
    return [
      toFigure('seconds', seconds, 's'),
      toFigure('rss_mb', after.agent.rssMb, 'MB', after.empty.rssMb),
      toFigure('pss_mb', after.agent.pssMb, 'MB', after.empty.pssMb),
      toFigure('private_mb', after.agent.privateMb, 'MB', after.empty.privateMb),
      toFigure('cpu_s_per_h', cpu('agent'), 's'),
      toFigure('empty_node_cpu_s_per_h', cpu('empty'), 's'),
      toFigure('spawned_per_h', perHour(children.stop()), ''),
      toFigure('first_report_s', firstReportS, 's'),
      ...(await inventoryFigures(progress)),
    ];
  },
});

async function startOnThisMachine(
  dir: string,
  executable: string,
  atEnd: Bench['atEnd'],
): Promise<{ pid: number; firstReportS: number }> {
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
    executable,
    environment: UNIT_ENVIRONMENT,
  });
  atEnd(() => agent.stop());
  const sent = await trace.find(({ msg }) => msg === 'report sent', 20_000);
  return { pid: agent.pid, firstReportS: (Number(sent.monotonicMs) - started) / 1000 };
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
