import { AssayError } from '@assay/shared';
import type { PolicyApplied, PolicyHistory } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { type ApiClient, createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { inWords } from './apply.ts';
import { reasonOption } from './source.ts';

/** `policy rollback`: the way back, which asks no questions. */
export const rollbackCommand = () =>
  new Command('rollback')
    .description('bring an earlier version back into force; nothing limits how many devices that moves')
    .argument('[hash]', 'the version, or its first characters; by default the one before')
    .addOption(reasonOption())
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async (hash, { reason, json, ...place }) => {
      const client = createApiClient(place);
      const to = hash === undefined ? {} : { to: await wholeHash(hash, client) };
      const applied = await client.call<PolicyApplied>('POST', '/policy/rollback', { ...to, reason });
      process.stdout.write(json ? `${JSON.stringify(applied)}\n` : `${inWords(applied)}\n`);
    });

async function wholeHash(start: string, client: ApiClient): Promise<string> {
  const prefix = start.startsWith('sha256:') ? start : `sha256:${start}`;
  const { activations } = await client.call<PolicyHistory>('GET', '/policy/history?limit=200');
  const [found, another] = new Set(
    activations.map(({ hash }) => hash).filter((hash) => hash.startsWith(prefix)),
  );
  if (another)
    throw new AssayError('invalid_request', `${start} begins more than one version: give more of it`);
  return found ?? prefix;
}
