import type { DeviceSummary } from '@assay/shared/api';
import { Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { nameOf, PLATFORM_WORDS, STATE_WORDS } from '../words.ts';
import { GridTable } from './grid-table.tsx';
import { TierBadge } from './tier-badge.tsx';
import { When } from './when.tsx';

/** The devices as rows; on a small screen each row becomes a card (theme.css). */
export function DeviceTable({ devices }: { devices: DeviceSummary[] }) {
  return (
    <GridTable
      caption="Devices, in the order in which they were enrolled"
      columns={['Device', 'Owner', 'Platform', { number: 'Score' }, 'Tier', 'Failing checks', 'Last seen']}
      className="cards device-table"
    >
      {devices.map((device) => (
        <DeviceRow key={device.id} device={device} />
      ))}
    </GridTable>
  );
}

function DeviceRow({ device }: { device: DeviceSummary }) {
  const serial = device.serial ?? 'no serial number';
  return (
    <tr>
      <th scope="row" className="cell-device">
        <Link href={`/devices/${device.id}`} className="row-link">
          {nameOf(device)}
        </Link>
        <span className="faint">{device.state === 'active' ? serial : STATE_WORDS[device.state]}</span>
        {device.conflicts.length > 0 && <span className="tag">in conflict</span>}
      </th>
      <td className="cell-owner">{device.owner ?? <span className="faint">nobody</span>}</td>
      <td className="cell-platform">{PLATFORM_WORDS[device.platform]}</td>
      <td className="number cell-score">{device.score ?? <span className="faint no-score">none</span>}</td>
      <td className="cell-tier">
        <TierBadge tier={device.tier} />
      </td>
      <td className="cell-failing">
        <Failing titles={device.failing} />
      </td>
      <td className="cell-seen">
        <Connection connected={device.connected} lastSeenAt={device.lastSeenAt} />
      </td>
    </tr>
  );
}

function Failing({ titles }: { titles: string[] }) {
  const [first, ...others] = titles;
  if (!first) return <span className="faint">none</span>;
  return (
    <span className="failing">
      <IconX size={14} aria-hidden />
      <span className="failing-title">{first}</span>
      {others.length > 0 && (
        <Tooltip multiline maw={360} label={others.join(' · ')}>
          <Text span size="xs" c="dimmed" fw={600} className="failing-more">
            +{others.length}
          </Text>
        </Tooltip>
      )}
    </span>
  );
}

const LastSeen = ({ at }: { at: number }) => (
  <span>
    Seen <When at={at} />
  </span>
);

/** Whether the agent is connected, by mark, word and time. */
export function Connection({ connected, lastSeenAt }: Pick<DeviceSummary, 'connected' | 'lastSeenAt'>) {
  return (
    <span className="connection" data-connected={connected}>
      <span className="connection-mark" aria-hidden />
      {connected ? 'Connected' : lastSeenAt === null ? 'Never seen' : <LastSeen at={lastSeenAt} />}
    </span>
  );
}
