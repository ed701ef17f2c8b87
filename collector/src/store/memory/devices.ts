import { hasEnded } from '../../enrollment/standing.ts';
import type { DeviceQuery, DeviceReads, DeviceWrites } from '../devices.ts';
import type { Settled } from '../settled.ts';
import { inOneSpelling, isAscii } from '../spelling.ts';
import { byNumber, byText, foldCase, pageOf } from './order.ts';
import { assessmentOf, reportKey } from './report-log.ts';
import type { DeviceRow, ReportRow, Tables } from './tables.ts';

const tierOf = ({ assessment }: DeviceRow) => assessment?.tier ?? 'unjudged';

/** Signs of life, and when to look again. */
export const deviceWrites = ({ devices }: Tables): Settled<DeviceWrites> => ({
  touchDevices(sightings) {
    for (const { id, at } of sightings) {
      const row = devices.get(id);
      if (row) devices.update(id, { record: { ...row.record, lastSeenAt: at } });
    }
  },
  postponeLook: ({ id, at }) => void devices.update(id, { lookAt: at }),
});

/** Devices, read. */
export function deviceReads({ devices, reports }: Tables): Settled<DeviceReads> {
  const all = () => devices.where(({ record }) => !record.canary);
  const ids = (rows: readonly DeviceRow[]) => rows.map(({ id }) => id);
  return {
    device(id) {
      const row = devices.get(id);
      if (!row) return null;
      const { record, newestNumber, cause, causeAt } = row;
      const last = reports.get(reportKey(id, record.lastNumber));
      const newest = reports.get(reportKey(id, newestNumber));
      return {
        ...{ record, cause, causeAt, assessment: assessmentOf(row) },
        evidence: last?.payload ?? null,
        newest: newest ? { number: newest.number, payload: newest.payload, at: saidAt(newest) } : null,
      };
    },
    devices(query) {
      const found = all().filter((row) => matches(row, query));
      const tiers = { trusted: 0, limited: 0, untrusted: 0, unjudged: 0 };
      for (const row of all()) tiers[tierOf(row)] += 1;
      const page = pageOf(found, { after: query.after ?? '', limit: query.limit });
      return {
        ...{ total: found.length, tiers },
        devices: page.map((row) => ({ record: row.record, assessment: assessmentOf(row) })),
      };
    },
    devicesWithHardware({ platform, serial, uuid, except }) {
      const claimants = devices.where(({ id, record, replacedBy }) => {
        const isThere = record.state !== 'unenrolled' && replacedBy === null;
        const isClaimed = isSame(record.serial, serial) || isSame(record.uuid, uuid);
        return isThere && isClaimed && record.platform === platform && id !== except;
      });
      return ids(claimants).sort();
    },
    devicesDue: ({ at, limit }) =>
      ids(
        devices
          .where(({ lookAt }) => lookAt !== null && lookAt <= at)
          .sort(byNumber(({ lookAt }) => lookAt ?? 0))
          .slice(0, limit),
      ),
    devicesJudgedAfter: ({ at, ...page }) =>
      ids(
        pageOf(
          all().filter(({ times }) => times !== null && times.assessedAt > at),
          page,
        ),
      ),
    devicesInGroup: ({ group, ...page }) =>
      ids(
        pageOf(
          devices.where(({ record }) => record.groups.includes(group)),
          page,
        ),
      ),
    deviceIds: (page) => ids(pageOf(all(), page)),
    hostnames: (wanted) =>
      devices
        .where(({ id }) => wanted.includes(id))
        .sort(byText(({ id }) => id))
        .map(({ id, record }) => ({ id, hostname: record.hostname })),
  };
}

const saidAt = ({ offlineAt, receivedAt }: ReportRow): number => offlineAt ?? receivedAt;

export const isSame = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && foldCase(a) === foldCase(b);

/** Those whose verdict still matters to somebody. */
export const takesPart = ({ record }: DeviceRow): boolean => !record.canary && !hasEnded(record.state);

function matches(row: DeviceRow, { search, tier }: DeviceQuery): boolean {
  if (tier !== null && tierOf(row) !== tier) return false;
  const { hostname, owner, serial } = row.record;
  const fold = isAscii(search) ? foldCase : inOneSpelling;
  return (
    row.id === search ||
    [hostname, owner, serial].some((text) => text !== null && fold(text).includes(fold(search)))
  );
}
