import type { TargetView } from '@assay/shared/api';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconTrash } from '@tabler/icons-react';
import { count, kindWords } from '../words.ts';
import { GridTable } from './grid-table.tsx';
import { When } from './when.tsx';

interface Props {
  targets: TargetView[];
  remove: (target: TargetView) => void;
}

export function TargetTable({ targets, remove }: Props) {
  return (
    <GridTable
      caption="Targets and how they are doing"
      columns={['Target', 'State', { number: 'Waiting' }, 'Last accepted', { heard: 'Actions' }]}
      className="cards target-table"
    >
      {targets.map((target) => (
        <tr key={target.id}>
          <th scope="row">
            {target.name}
            <span className="faint">
              {kindWords(target.kind)} · {placeOf(target)}
            </span>
          </th>
          <td data-label="">
            <TargetState target={target} />
          </td>
          <td className="number" data-label="Waiting">
            {target.queued}
          </td>
          <td data-label="Last accepted">
            {target.lastAcceptedAt === null ? 'never' : <When at={target.lastAcceptedAt} />}
          </td>
          <td className="cell-actions">
            <Tooltip label="Remove">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Remove ${target.name}`}
                onClick={() => remove(target)}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </td>
        </tr>
      ))}
    </GridTable>
  );
}

/** Where a target is, whatever its kind calls it. */
function placeOf({ config }: TargetView): string {
  const url = Object.values(config).find((value) => typeof value === 'string' && URL.canParse(value));
  return typeof url === 'string' ? url : 'no address';
}

function TargetState({ target }: { target: TargetView }) {
  if (target.lastError !== null) {
    return (
      <span className="delivery-state" data-state="dead">
        <IconAlertTriangle size={16} aria-hidden />
        <span>
          Failing <span className="faint">{target.lastError}</span>
        </span>
      </span>
    );
  }
  if (target.queued > 0) {
    return (
      <span className="delivery-state" data-state="queued">
        <IconClock size={16} aria-hidden />
        {count(target.queued, 'delivery', 'deliveries')} on the way
      </span>
    );
  }
  return (
    <span className="delivery-state" data-state="delivered">
      <IconCircleCheck size={16} aria-hidden />
      {target.lastAcceptedAt === null ? 'Nothing to tell yet' : 'All told'}
    </span>
  );
}
