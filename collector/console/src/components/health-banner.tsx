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
  if (!data) return null;
  return (
    <>
      {data.problems.length > 0 && <Problems {...data} />}
      {data.support_data.old && <OldSupportData {...data.support_data} />}
    </>
  );
}

function Problems({ status, problems }: Pick<Health, 'status' | 'problems'>) {
  return (
    <Notice tone={status === 'not ready' ? 'bad' : 'warn'} title={TITLES[status]}>
      <ul>
        {problems.map(({ code, text, since }) => (
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

/** Newer releases than the data knows are never failed, so what is missing shows nowhere else. */
function OldSupportData({ as_of, age_days }: Health['support_data']) {
  return (
    <Notice tone="warn" title="Ends of support are known from old data">
      <p>
        It is of {as_of}, {age_days} days ago: ends that were announced or moved since are not known. A newer
        version of the collector brings newer data.
      </p>
    </Notice>
  );
}
