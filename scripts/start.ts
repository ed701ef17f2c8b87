import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, defaultConfig, parsePort, startCollector } from '@assay/collector';
import { AssayError } from '@assay/shared';
import { Command, Option } from '@commander-js/extra-typings';
import envPaths from 'env-paths';
import pino from 'pino';
import { type AgentProcess, enrollAgent, runAgent } from './start/agent-process.ts';
import { createJsonPrinter, createTextPrinter } from './start/printer.ts';

// The main job: a collector on the embedded default, and this machine's agent, enrolled by the ordinary path, as
// a process of its own.

const dataDirDefault = envPaths('assay', { suffix: '' }).data;
const options = new Command('npm start --')
  .description("Runs a collector and this machine's agent, and shows the score and why.")
  .addOption(
    new Option('--port <port>', 'port to listen on; 0: any free one').default(7443).argParser(parsePort),
  )
  .addOption(new Option('--data-dir <dir>', 'where everything durable is kept').default(dataDirDefault))
  .addOption(new Option('--fresh', 'throw-away data: start empty, and leave nothing behind'))
  .addOption(new Option('--json', 'print one JSON object a line'))
  .addOption(
    new Option('--root <dir>', 'look at a disk image or test tree instead; reports say so').default('/'),
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts();

const dataDir = options.fresh ? mkdtempSync(join(tmpdir(), 'assay-')) : options.dataDir;
const printer = options.json ? createJsonPrinter(process.stdout) : createTextPrinter(process.stdout);
let collector: Collector | null = null;
let agent: AgentProcess | null = null;
let ending = false;

async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  await agent?.stop();
  await collector?.close();
  if (options.fresh) rmSync(dataDir, { recursive: true, force: true });
  process.exit(exitCode);
}

process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));

try {
  printer.step('Starting the collector');
  const log = pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));
  const config = { ...defaultConfig(), dataDir: join(dataDir, 'collector'), port: options.port };
  collector = await startCollector(config, log);
  const { url, caFile, adminToken } = collector;
  printer.ready({ url, console: collector.signInUrl(), ca: caFile, token: adminToken });
  collector.onAssessed(({ record, signals }, assessment) =>
    printer.assessed({ deviceId: record.id, signals, assessment }),
  );
  const setup = { stateDir: join(dataDir, 'agent'), root: options.root };
  printer.step('Enrolling this machine');
  if (!(await enrollAgent(collector, setup))) printer.step('It is enrolled already');
  printer.step('Looking at this machine');
  agent = runAgent(url, setup);
  agent.ended.then(() => {
    if (ending) return;
    process.stderr.write(`The agent ended by itself; its log is ${join(setup.stateDir, 'agent.log')}\n`);
    end(1);
  });
} catch (error) {
  const text = error instanceof AssayError ? `${error.message} [${error.code}]` : (error as Error).stack;
  process.stderr.write(`${text}\n`);
  await end(1);
}
