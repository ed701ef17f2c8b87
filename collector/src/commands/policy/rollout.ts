import type { PolicyStatus, RolloutView } from '@assay/shared/api';
import { Command } from '@commander-js/extra-typings';
import { createApiClient } from '../api-client.ts';
import { dataDirOption, jsonOption, urlOption } from '../options.ts';
import { reasonOption } from './source.ts';

const print = (rollout: RolloutView | null, json: boolean | undefined) =>
  process.stdout.write(
    json
      ? `${JSON.stringify(rollout)}\n`
      : `${rollout ? rolloutLine(rollout) : 'No policy was ever staged.'}\n`,
  );

const showCommand = () =>
  new Command('show')
    .description('where the newest rollout stands')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async ({ json, ...place }) => {
      print((await createApiClient(place).call<PolicyStatus>('GET', '/policy')).rollout, json);
    });

const advanceCommand = () =>
  new Command('advance')
    .description('to the next stage; it halts instead if more would fall than was planned')
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit codes: 0 it goes on, 1 failed, 3 it halted.')
    .action(async ({ json, ...place }) => {
      const rollout = await createApiClient(place).call<RolloutView>('POST', '/policy/rollout/advance');
      print(rollout, json);
      if (rollout.state === 'halted') process.exitCode = 3;
    });

const stopCommand = () =>
  new Command('stop')
    .description('go back to the version of before')
    .addOption(reasonOption())
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async ({ reason, json, ...place }) => {
      print(await createApiClient(place).call<RolloutView>('POST', '/policy/rollout/stop', { reason }), json);
    });

/** `policy rollout`: a policy on its way into force. */
export const rolloutCommand = () =>
  [showCommand(), advanceCommand(), stopCommand()].reduce(
    (command, sub) => command.addCommand(sub as Command),
    new Command('rollout').description('a staged policy: show it, take it on, stop it') as Command,
  );

/** Where a rollout stands, as one sentence. */
export function rolloutLine({
  name,
  state,
  stage,
  stageUntil,
  planned,
  limit,
  effect,
  detail,
}: RolloutView): string {
  if (state !== 'running') return `${name}: ${state} at ${stage}${detail ? `: ${detail}` : ''}.`;
  const until = stageUntil === null ? 'until it is taken on' : `until ${new Date(stageUntil).toISOString()}`;
  const verb = stage === 'enforce' ? 'became' : 'would become';
  return `${name}: ${stage}, ${stage === 'enforce' ? 'the fleet is being judged' : until}; ${effect} ${verb} untrusted, ${planned} planned, halts above ${limit}.`;
}
