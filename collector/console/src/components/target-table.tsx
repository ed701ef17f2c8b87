import type { TargetView } from '@assay/shared/api';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconTrash } from '@tabler/icons-react';
import { count, kindWords } from '../words.ts';
import { When } from './when.tsx';

interface Props {
  targets: TargetView[];
  remove: (target: TargetView) => void;
}

export function TargetTable({ targets, remove }: Props) {
  return (
    <table className="grid-table cards target-table">
      <caption className="visually-hidden">Targets and how they are doing</caption>
      <thead>
        <tr>
          <th scope="col">Target</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Waiting
          </th>
          <th scope="col">Last accepted</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
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
      </tbody>
    </table>
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
          Last attempt failed <span className="faint">{target.lastError}</span>
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
