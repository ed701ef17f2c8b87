import type { Effect, Flip, PolicyDiffView, TrialView } from '@assay/shared/api';

type Unshown = NonNullable<TrialView['simulation']>['unshown'];

const MAX_FLIPS = 20;

const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** What one policy has that another has not, a line each. */
export function diffLines({ added, removed, changed, settings }: PolicyDiffView): string[] {
  const lines = [
    ...added.map(({ id, title }) => `+ ${id}: ${title}`),
    ...removed.map(({ id, title }) => `- ${id}: ${title}`),
    ...changed.flatMap(({ id, title, fields }) => [
      `~ ${id}: ${title}`,
      ...fields.map(({ field, from, to }) => `    ${field}: ${from} → ${to}`),
    ]),
    ...settings.map(({ field, from, to }) => `~ ${field}: ${from} → ${to}`),
  ];
  return lines.length > 0 ? lines : ['No difference.'];
}

/** Who changes tier, per group, by which checks, and the first of them by name. */
export function effectLines(effect: Effect): string[] {
  const { devices, newlyUntrusted, worse, better, groups, checks, flips } = effect;
  const moved = worse + better;
  const unnamed = moved - Math.min(MAX_FLIPS, flips.length);
  return [
    `${count(devices, 'device')}: ${newlyUntrusted} newly untrusted, ${worse} worse, ${better} better`,
    ...groups.map(
      (g) =>
        `  ${g.group || '(no group)'}: ${count(g.devices, 'device')}, ${g.newlyUntrusted} newly untrusted, ${g.worse} worse, ${g.better} better`,
    ),
    ...checks.map(({ check, devices: hit }) => `  ${check} takes the tier of ${count(hit, 'device')}`),
    ...flips.slice(0, MAX_FLIPS).map(flipLine),
    ...(flips.length > 0 && unnamed > 0 ? [`  … and ${unnamed} more`] : []),
  ];
}

/** What a simulation cannot show, so that nobody takes its silence for a promise. */
export const unshownLines = ({ differences, isAll }: Unshown): string[] =>
  differences.length === 0
    ? []
    : [
        '',
        isAll ? 'Nothing that differs can show here:' : 'What differs as well and cannot show here:',
        ...differences.map((difference) => `  ${difference}`),
      ];

const flipLine = ({ hostname, owner, from, to, checks }: Flip): string => {
  const why = checks.length > 0 ? `: ${checks.join(', ')}` : '';
  return `  ${hostname}${owner ? ` (${owner})` : ''}  ${from.tier} ${from.score} → ${to.tier} ${to.score}${why}`;
};
