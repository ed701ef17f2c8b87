import { runHere } from '../compose/run.ts';
import { rootOption, urlOption } from './options.ts';
import { runningCommand, runToTheEnd } from './running.ts';

/** `assay-agent run`: observes and reports until it is told to stop. */
export const runCommand = () =>
  runningCommand('run')
    .description('observe and report until stopped (SIGINT or SIGTERM)')
    .addOption(rootOption())
    .addOption(urlOption())
    .action((options) =>
      runToTheEnd(options, (config, log, stop) =>
        runHere({ ...config, inspectedRoot: options.root, url: options.url ?? null }, log, stop),
      ),
    );
