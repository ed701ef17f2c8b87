import type { Health } from '@assay/shared/api';
import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../queries.ts';
import { sentence } from '../words.ts';
import { Notice } from './notice.tsx';
import { When } from './when.tsx';

const TITLES: Record<Health['status'], string> = {
  ready: 'Some devices need a look',
  degraded: 'What is shown here may be behind',
  'not ready': 'The collector takes in no reports',
};

/** What of the collector itself is stuck, on every page, as long as it is. */
export function HealthBanner() {
  const { data } = useQuery(healthQuery);
  if (!data || data.problems.length === 0) return null;
  return (
    <Notice tone={data.status === 'not ready' ? 'bad' : 'warn'} title={TITLES[data.status]}>
      <ul>
        {data.problems.map(({ code, text, since }) => (
          <li key={text}>
            {sentence(text)}{' '}
            <span className="faint">
              First seen <When at={since} />. Code: {code}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
