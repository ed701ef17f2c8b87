import { Text } from '@mantine/core';
import type { Fix } from '../fix.ts';
import { type Check, STANDING_WORDS } from '../words.ts';
import { Copy } from './copy.tsx';

/** The text a check's user sees: what was found, then what to do. */
const userText = (check: Check): string => [check.title, check.user, check.remedy].filter(Boolean).join('\n');

/** The fewest checks to mend, what that gives back, and the words to send to the device's user. */
export function Remedy({ fix }: { fix: Fix }) {
  const { it = [], theirs = [] } = Object.groupBy(fix.checks, ({ audience }) =>
    audience === 'it' ? 'it' : 'theirs',
  );
  return (
    <div className="remedy">
      <p className="remedy-line">
        Mend {fix.checks.map((check) => `“${check.title}”`).join(' and ')}:{' '}
        <strong>
          +{fix.gain} points, score {fix.score}, {STANDING_WORDS[fix.tier].toLowerCase()}
        </strong>
      </p>
      {it.length > 0 && <ForIt checks={it} />}
      {theirs.length > 0 && <ForUser checks={theirs} />}
    </div>
  );
}

/** What the device's user is not told of, and could not mend. */
const ForIt = ({ checks }: { checks: Check[] }) => (
  <>
    {checks.map(({ check, title, remedy }) => (
      <p key={check}>
        For IT to mend: “{title}”. <strong>{remedy}</strong>
      </p>
    ))}
  </>
);

function ForUser({ checks }: { checks: Check[] }) {
  return (
    <figure className="user-text">
      <figcaption>What the user sees</figcaption>
      {checks.map((check) => (
        <blockquote key={check.check}>
          {check.user && <Text size="sm">{check.user}</Text>}
          {check.remedy && (
            <Text size="sm" fw={600}>
              {check.remedy}
            </Text>
          )}
        </blockquote>
      ))}
      <Copy text={checks.map(userText).join('\n\n')} label="Copy for the user" size="compact-sm" />
    </figure>
  );
}
