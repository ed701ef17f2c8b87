import { STEPS } from '../../agent/src/doctor/finding.ts';
import { TROUBLES } from '../../agent/src/doctor/troubles.ts';

/** What `assay-agent doctor` can find wrong, for the rollout guide. */
export const troublesTable = (): string =>
  [
    '| step | code | what it means | what to do |',
    '|---|---|---|---|',
    ...TROUBLES.map(
      ({ step, code, meaning, remedy }) => `| ${STEPS[step]} | \`${code}\` | ${meaning} | ${remedy} |`,
    ),
  ].join('\n');
