import type { CanaryReads, CanaryWrites } from '../canary.ts';
import type { Settled } from '../settled.ts';
import { pruneDevice } from './history.ts';
import { hex } from './order.ts';
import { letGo } from './report-log.ts';
import type { DeviceRow, Tables } from './tables.ts';

const ID = 'canary';

/** The collector's own device and what it measured, written. */
export function canaryWrites(tables: Tables): Settled<CanaryWrites> {
  const { devices, deviceKeys, targets, reports, canaryProbes } = tables;
  return {
    keepCanary(input) {
      const { keyId, publicKey, keyAlgorithm, at } = input;
      const key = { keyId, publicKey, keyAlgorithm };
      const present = canaryOf(tables);
      const id = present?.id ?? input.id;
      if (present) devices.update(id, { record: { ...present.record, ...key } });
      else devices.insert(id, newCanary(input));
      // Stands where a delivery names its target: in no list.
      targets.put(ID, { id: ID, name: ID, kind: ID, config: {}, createdAt: 0, removedAt: 0 });
      const known = { ...key, deviceId: id, keyStorage: 'file', since: at, retiredAt: null };
      if (!deviceKeys.get(hex(keyId))) deviceKeys.put(hex(keyId), known);
      return id;
    },
    addProbes({ from, probes, good, failed }) {
      const counted = canaryProbes.get(String(from)) ?? { from, probes: 0, good: 0, failed: 0 };
      canaryProbes.put(String(from), {
        ...{ from, probes: counted.probes + probes },
        ...{ good: counted.good + good, failed: counted.failed + failed },
      });
    },
    pruneCanary({ before, countsBefore }) {
      const canary = canaryOf(tables);
      if (canary) {
        const isOld = (report: { deviceId: string; receivedAt: number }) =>
          report.deviceId === canary.id && report.receivedAt < before;
        letGo(tables, reports.where(isOld), before);
        pruneDevice(tables, canary.id, before);
      }
      canaryProbes.deleteWhere(({ from }) => from < countsBefore);
    },
  };
}

/** The collector's own device and what it measured, read. */
export const canaryReads = (tables: Tables): Settled<CanaryReads> => ({
  canaryId: () => canaryOf(tables)?.id ?? null,
  probesSince: ({ since, until }) =>
    since.map((after) => {
      const sums = { probes: 0, good: 0, failed: 0 };
      for (const counted of tables.canaryProbes.where(({ from }) => from > after && from <= until)) {
        sums.probes += counted.probes;
        sums.good += counted.good;
        sums.failed += counted.failed;
      }
      return sums;
    }),
});

const canaryOf = ({ devices }: Tables): DeviceRow | undefined =>
  devices.where(({ record }) => record.canary).at(0);

function newCanary({
  id,
  hostname,
  agentVersion,
  at,
  keyId,
  publicKey,
  keyAlgorithm,
}: Parameters<CanaryWrites['keepCanary']>[0]): DeviceRow {
  const hardware = { serial: null, uuid: null, vendor: null, model: null, virtual: true };
  return {
    ...{ id, tokenId: ID, replacedBy: null, newestNumber: 0, lookAt: null },
    ...{ assessment: null, times: null, cause: null, causeAt: null },
    record: {
      ...{ id, platform: 'linux', hostname, ...hardware, owner: null, groups: [], canary: true },
      ...{ state: 'active', stateReason: '', stateAt: at, onConflict: 'quarantine', enrolledAt: at },
      ...{ keyId, publicKey, keyAlgorithm, keyStorage: 'file', agentVersion },
      ...{ lastNumber: 0, lastReportAt: null, lastSeenAt: null },
    },
  };
}
