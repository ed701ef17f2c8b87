import { Option } from '@commander-js/extra-typings';
import { runHere } from '../compose/run.ts';
import { rootOption } from './options.ts';
import { runningCommand, runToTheEnd } from './running.ts';

/** `assay-agent run`: observes and reports until it is told to stop. */
export const runCommand = () =>
  runningCommand('run')
    .description('observe and report until stopped (SIGINT or SIGTERM)')
    .addOption(rootOption())
    .addOption(new Option('--url <url>', 'where the collector is now, if not where it was at enrollment'))
    .action((options) =>
      runToTheEnd(options, (config, log, stop) =>
        runHere({ ...config, inspectedRoot: options.root, url: options.url ?? null }, log, stop),
      ),
    );
