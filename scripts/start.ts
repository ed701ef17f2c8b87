import { join } from 'node:path';
import { parsePort, signalsOf } from '@assay/collector';
import { Command, Option } from '@commander-js/extra-typings';
import envPaths from 'env-paths';
import { enrollAgent } from './start/agent-process.ts';
import { inForeground, throwAwayDir } from './start/foreground.ts';
import { createJsonPrinter, createTextPrinter } from './start/printer.ts';
import { runCollector, runDevice } from './start/run-parts.ts';

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

const printer = options.json ? createJsonPrinter(process.stdout) : createTextPrinter(process.stdout);

await inForeground(async (job) => {
  const dataDir = options.fresh ? throwAwayDir(job) : options.dataDir;
  printer.step('Starting the collector');
  const collector = await runCollector(job, { dataDir: join(dataDir, 'collector'), port: options.port });
  const { url, caFile, adminToken } = collector;
  printer.ready({ url, console: collector.signInUrl(), ca: caFile, token: adminToken });
  collector.onAssessed((device, assessment) =>
    printer.assessed({ deviceId: device.record.id, signals: signalsOf(device), assessment }),
  );
  const setup = { stateDir: join(dataDir, 'agent'), root: options.root };
  printer.step('Enrolling this machine');
  if (!(await enrollAgent(collector, setup))) printer.step('It is enrolled already');
  printer.step('Looking at this machine');
  runDevice(job, url, setup);
});
