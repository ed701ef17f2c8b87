import type { AuditLog } from '@assay/shared/api';
import { AUDIT_SOURCE_WORDS } from '../words.ts';
import { GridTable } from './grid-table.tsx';
import { When } from './when.tsx';

type Entry = AuditLog['entries'][number];

/** What was done, newest first. */
export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  return (
    <GridTable
      caption="What was done, newest first"
      columns={['What', 'Who', 'When', 'Change']}
      className="cards"
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <th scope="row">
            {entry.action}
            <span className="faint">{entry.detail}</span>
            <span className="faint">{entry.subject}</span>
          </th>
          <td data-label="Who">
            {entry.who}
            {entry.source && <span className="faint"> {AUDIT_SOURCE_WORDS[entry.source]}</span>}
          </td>
          <td data-label="When">
            <When at={entry.at} />
          </td>
          <td data-label="Change">
            <Change entry={entry} />
          </td>
        </tr>
      ))}
    </GridTable>
  );
}

const inWords = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Field by field; the arrow is read out as a word. */
function Change({ entry: { before, after } }: { entry: Entry }) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return <span className="faint">–</span>;
  return (
    <ul className="audit-change">
      {fields.map((field) => (
        <li key={field}>
          {field}: {before && <>{inWords(before[field])}</>}
          {before && after && (
            <>
              <span aria-hidden> → </span>
              <span className="visually-hidden">, now </span>
            </>
          )}
          {after && <>{inWords(after[field])}</>}
        </li>
      ))}
    </ul>
  );
}
