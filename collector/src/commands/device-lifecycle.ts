import { createInterface } from 'node:readline';
import type { ConflictView, DeviceDetail } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { restrictionOf } from '../enrollment/standing.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { dataDirOption, urlOption } from './options.ts';

const RESOLUTIONS = ['keep-this', 'keep-both', 'revoke-this'] as const;

const path = (id: string, action: string) => `/devices/${encodeURIComponent(id)}/${action}`;
const say = (text: string) => process.stdout.write(`${text}\n`);

const approveCommand = () =>
  new Command('approve')
    .description('approve a device that waits for it')
    .argument('<id>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, options) => {
      const client = createApiClient(options);
      await client.call('POST', path(id, 'approve'));
      const restriction = restrictionOf((await detailOf(id, client)).device);
      say(restriction ? `Approved, but still untrusted. ${restriction.explain}` : 'Approved.');
    });

const revokeCommand = () =>
  new Command('revoke')
    .description('revoke a device for good; every target is told, and its agent the reason')
    .argument('<id>')
    .addOption(new Option('--reason <text>', 'why').makeOptionMandatory())
    .addOption(new Option('--yes', "don't ask"))
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, options) => {
      const client = createApiClient(options);
      const isMeant = options.yes ?? (await confirmRevoking(id, client));
      if (isMeant) await client.call('POST', path(id, 'revoke'), { reason: options.reason });
      say(isMeant ? 'Revoked.' : 'Nothing was done: say yes, or give --yes.');
      if (!isMeant) process.exitCode = 1;
    });

const setOwnerCommand = () =>
  new Command('set-owner')
    .description('give a device to another person; consumers of both are told')
    .argument('<id>')
    .argument('<email>', 'or "nobody"')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, email, options) => {
      await createApiClient(options).call('PUT', path(id, 'owner'), {
        owner: email === 'nobody' ? null : email,
      });
      say(`It is now owned by ${email}.`);
    });

const rotateKeyCommand = () =>
  new Command('rotate-key')
    .description('have the agent replace its device key')
    .argument('<id>')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, options) => {
      const { asked } = await createApiClient(options).call<{ asked: boolean }>(
        'POST',
        path(id, 'rotate-key'),
      );
      say(asked ? 'Asked; the timeline shows when it is done.' : 'Not connected: ask again when it is.');
    });

const resolveCommand = () =>
  new Command('resolve')
    .description("decide a device's open conflicts")
    .argument('<id>')
    .argument('<decision>', RESOLUTIONS.join(' | '), parseResolution)
    .addOption(dataDirOption())
    .addOption(urlOption())
    .action(async (id, decision, options) => {
      const client = createApiClient(options);
      let decided = 0;
      // One decision can settle several: looked at anew after each.
      for (
        let conflict = await firstConflict(id, client);
        conflict;
        conflict = await firstConflict(id, client)
      ) {
        const resolution = resolutionFor(conflict, id, decision);
        await client.call('POST', `/conflicts/${conflict.id}/resolve`, { resolution });
        say(`${conflict.detail}: ${decision}`);
        decided++;
      }
      if (decided === 0) say('It has no open conflicts.');
    });

/** `assay-collector device approve | revoke | set-owner | rotate-key | resolve`: what administrators do to devices. */
export const lifecycleCommands = () => [
  approveCommand(),
  revokeCommand(),
  setOwnerCommand(),
  rotateKeyCommand(),
  resolveCommand(),
];

type Decision = (typeof RESOLUTIONS)[number];

function parseResolution(text: string): Decision {
  const found = RESOLUTIONS.find((resolution) => resolution === text);
  if (!found) throw new InvalidArgumentError(`expected ${RESOLUTIONS.join(', ')}`);
  return found;
}

// A conflict is told from the side of the device that brought it about.
function resolutionFor({ deviceId }: ConflictView, id: string, decision: Decision) {
  if (decision === 'keep-both') return 'keep_both';
  return (deviceId === id) === (decision === 'keep-this') ? 'keep_this' : 'keep_other';
}

async function confirmRevoking(id: string, client: ApiClient): Promise<boolean> {
  const { device } = await detailOf(id, client);
  process.stderr.write(
    `Revoke ${device.hostname || device.id} (${device.owner ?? 'nobody’s'}) for good? Type yes: `,
  );
  // No answer at all is no.
  for await (const line of createInterface({ input: process.stdin }))
    return line.trim().toLowerCase() === 'yes';
  return false;
}

async function firstConflict(id: string, client: ApiClient): Promise<ConflictView | undefined> {
  return (await detailOf(id, client)).device.conflicts[0];
}

const detailOf = (id: string, client: ApiClient) =>
  client.call<DeviceDetail>('GET', `/devices/${encodeURIComponent(id)}`);
