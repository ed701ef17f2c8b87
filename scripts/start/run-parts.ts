import { join } from 'node:path';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import pino from 'pino';
import { type AgentSetup, runAgent } from './agent-process.ts';
import type { Foreground } from './foreground.ts';

/**
 * A collector in this process, until the command ends.
 * @throws AssayError as `startCollector` does
 */
export async function runCollector(
  job: Foreground,
  { dataDir, port }: { dataDir: string; port: number },
): Promise<Collector> {
  const out = pino.destination({ dest: 2, sync: true });
  out.on('error', () => {});
  const log = pino({ level: 'warn' }, out);
  const collector = await startCollector({ ...defaultConfig(), dataDir, port }, log);
  job.atEnd(() => collector.close());
  return collector;
}

/** An enrolled agent in a process of its own, until the command ends; if it ends by itself, so does the command. */
export function runDevice(job: Foreground, url: string, setup: AgentSetup): void {
  if (job.ending) return;
  const agent = runAgent(url, setup);
  job.atEnd(() => agent.stop());
  agent.ended.then(() => {
    if (job.ending) return;
    process.stderr.write(`The agent ended by itself; its log is ${join(setup.stateDir, 'agent.log')}\n`);
    job.end(1);
  });
}
