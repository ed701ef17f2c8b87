import type { PolicyActivationView, PolicyHistory, PolicyStatus } from '@assay/shared/api';
import { Command, Option } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, parseWhole, urlOption } from '../options.ts';
import { shortHash } from './source.ts';

/** `policy history`: which version was in force when, by whom, and why. */
export const historyCommand = () =>
  new Command('history')
    .description('show which version was in force when, who made it so, and why')
    .addOption(
      new Option('--limit <n>', 'how many, the newest first; 200 at most')
        .default(50)
        .argParser(parseWhole('versions', 1, 200)),
    )
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async ({ limit, json, ...place }) => {
      const client = createApiClient(place);
      const history = await client.call<PolicyHistory>('GET', `/policy/history?limit=${limit}`);
      if (json) {
        process.stdout.write(`${JSON.stringify(history.activations)}\n`);
        return;
      }
      const { reassessing } = await client.call<PolicyStatus>('GET', '/policy');
      const { running, done, total } = reassessing;
      const pass = running ? [`Being judged anew: ${done} of ${total} devices`] : [];
      const lines = history.activations.map((activation, i) => line(activation, i === 0));
      process.stdout.write(`${[...lines, ...pass].join('\n')}\n`);
    });

const KINDS: Record<PolicyActivationView['kind'], string> = {
  built_in: 'built in',
  given: 'given at start',
  applied: 'applied',
  rolled_back: 'rolled back',
  staged: 'staged',
  halted: 'halted',
};

const line = ({ at, hash, name, kind, by, reason }: PolicyActivationView, isActive: boolean): string =>
  `${isActive ? '*' : ' '} ${new Date(at).toISOString()}  ${shortHash(hash)}  ${name}  ${KINDS[kind]} by ${by}: ${reason}`;
