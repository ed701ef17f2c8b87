import type { ReplayedAssessment, VerdictMoveView } from '@assay/shared/api';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createApiClient } from './api-client.ts';
import { dataDirOption, jsonOption, urlOption } from './options.ts';

/** `assay-collector replay`: what held for a device at a time, and which change brought it about. */
export const replayCommand = () =>
  new Command('replay')
    .description('make a verdict of the past again from stored evidence, and say which change caused it')
    .argument('<device>', 'its id')
    .addOption(new Option('--at <time>', 'as in 2026-11-24T17:30:00Z; now by default').argParser(parseTime))
    .addOption(dataDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nExit codes: 0 it is the verdict that was published, 1 it is not, or cannot be made again.',
    )
    .action(async (device, { at, json, ...place }) => {
      const query = at === undefined ? '' : `?at=${at}`;
      const path = `/devices/${encodeURIComponent(device)}/assessment${query}`;
      const replay = await createApiClient(place).call<ReplayedAssessment>('GET', path);
      process.stdout.write(json ? `${JSON.stringify(replay)}\n` : `${format(replay)}\n`);
      if (!replay.identical) process.exitCode = 1;
    });

function parseTime(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new InvalidArgumentError('expected a time as in 2026-11-24T17:30:00Z');
  return at;
}

const KINDS: Record<VerdictMoveView['kind'], string> = {
  first: 'the first assessment',
  time: 'time alone',
  policy: 'the policy',
  device: 'the device',
  exemption: 'an exemption',
  admin: 'an administrator',
};

const standing = (at: VerdictMoveView['checks'][number]['from']): string =>
  at === null ? 'not there' : `${at.outcome}${at.excuse ? ` (${at.excuse})` : ''}`;

function format({ at, assessment, identical, version, evidence, changes }: ReplayedAssessment): string {
  const { score, tier, policy } = assessment;
  const proof = identical
    ? 'It is the verdict that was published, to the bit.'
    : `It differs from what was published: Assay ${version} made it.`;
  return [
    `${new Date(at).toISOString()}: ${tier}, score ${score}, by ${policy.name} ${policy.hash.slice(0, 19)} and report ${evidence.number}`,
    proof,
    ...changes.map(
      ({ kind, tier, score, checks }) =>
        `Moved by ${KINDS[kind]}: ${tier.from ?? 'unjudged'} ${score.from ?? '-'} → ${tier.to} ${score.to}${checks
          .map(({ check, from, to }) => `\n  ${check}: ${standing(from)} → ${standing(to)}`)
          .join('')}`,
    ),
  ].join('\n');
}
