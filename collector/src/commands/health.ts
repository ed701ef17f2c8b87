import type { Health } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, urlOption } from './options.ts';

/** `assay-collector health`: how the running collector is doing; for people, containers and monitoring. */
export const healthCommand = () =>
  new Command('health')
    .description('say how the running collector is doing; ends with 1 when it takes in no reports')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (options) => {
      const health = await createApiClient(options).call<Health>('GET', '/health');
      const lines = [health.status, ...health.problems.map(({ text }) => `  ${text}`)];
      process.stdout.write(options.json ? `${JSON.stringify(health)}\n` : `${lines.join('\n')}\n`);
      if (health.status === 'not ready') process.exitCode = 1;
    });
