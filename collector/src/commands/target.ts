import type { CreatedTarget, NewTarget, TargetList } from '@assay/shared/api';
import { Command, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, readGivenFile, urlOption } from './options.ts';

/** `assay-collector target`: where verdicts go. */
export const targetCommand = () =>
  new Command('target')
    .description('targets that are told of verdicts')
    .addCommand(addWebhookCommand())
    .addCommand(addSsfCommand())
    .addCommand(listCommand())
    .addCommand(removeCommand());

const common = () => [dataDirOption(), urlOption(), jsonOption()] as const;
const caOption = () =>
  new Option('--ca <file>', "CA of the receiver's certificate, PEM, if the system does not know it");
const readCa = (file: string | undefined) => (file ? { ca: readGivenFile('--ca', file) } : {});

const addWebhookCommand = () => {
  const [dataDir, url, json] = common();
  return new Command('add-webhook')
    .description('a webhook by the Standard Webhooks specification; its secret is shown once')
    .argument('<name>')
    .argument('<address>')
    .addOption(new Option('--scores', 'tell score changes that cross no tier, too'))
    .addOption(caOption())
    .addOption(dataDir)
    .addOption(url)
    .addOption(json)
    .action(async (name, address, options) => {
      const scores = options.scores ? { scores: true } : {};
      const target = { name, kind: 'webhook', config: { url: address, ...scores, ...readCa(options.ca) } };
      await add(target, options);
    });
};

const addSsfCommand = () => {
  const [dataDir, url, json] = common();
  return new Command('add-ssf')
    .description('an SSF push stream (RFC 8935) of CAEP events')
    .argument('<name>')
    .argument('<endpoint>')
    .requiredOption('--audience <aud>', 'whom the events are for, as the receiver expects it')
    .addOption(
      new Option('--authorization <header>', 'Authorization header to send, as the receiver gave it'),
    )
    .addOption(
      new Option('--alg <alg>', 'signature').choices(['RS256', 'ES256'] as const).default('RS256' as const),
    )
    .addOption(caOption())
    .addOption(dataDir)
    .addOption(url)
    .addOption(json)
    .action(async (name, endpoint, options) => {
      const { audience: aud, alg, authorization } = options;
      const header = authorization ? { authorization_header: authorization } : {};
      const config = { endpoint_url: endpoint, aud, alg, ...header, ...readCa(options.ca) };
      await add({ name, kind: 'ssf', config }, options);
    });
};

async function add(
  target: NewTarget,
  options: { url: string; dataDir: string; json?: true | undefined },
): Promise<void> {
  const created = await createApiClient(options).call<CreatedTarget>('POST', '/targets', target);
  const secret = created.secret ? `\nIts secret, shown only now: ${created.secret}` : '';
  process.stdout.write(
    options.json ? `${JSON.stringify(created)}\n` : `Added ${target.name} (${created.target.id})${secret}\n`,
  );
}

const listCommand = () => {
  const [dataDir, url, json] = common();
  return new Command('list')
    .description('show targets and how they are doing')
    .addOption(dataDir)
    .addOption(url)
    .addOption(json)
    .action(async (options) => {
      const { targets } = await createApiClient(options).call<TargetList>('GET', '/targets');
      const lines = targets.map(
        ({ id, name, kind, queued, lastError }) =>
          `${id}  ${name} (${kind})  ${lastError ?? 'fine'}, ${queued} waiting`,
      );
      process.stdout.write(
        options.json ? `${JSON.stringify(targets)}\n` : `${lines.join('\n') || 'no targets'}\n`,
      );
    });
};

const removeCommand = () => {
  const [dataDir, url] = common();
  return new Command('remove')
    .description('stop telling a target')
    .argument('<id>')
    .addOption(dataDir)
    .addOption(url)
    .action(async (id, options) => {
      await createApiClient(options).call('DELETE', `/targets/${encodeURIComponent(id)}`);
      process.stdout.write('Removed.\n');
    });
};
