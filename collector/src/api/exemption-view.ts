import type { Clock } from '@assay/shared';
import type { ExemptionView } from '@assay/shared/api';
import { endsSoon } from '../exemptions/debt.ts';
import type { Policy } from '../policy/policy.ts';
import { checksOfAnybody } from '../policy/rules/to-policy.ts';
import type { DeviceReads } from '../store/devices.ts';
import type { ExemptionReads, ExemptionRecord } from '../store/exemptions.ts';

interface ViewServices {
  store: Pick<ExemptionReads, 'waived'> & Pick<DeviceReads, 'hostnames'>;
  clock: Clock;
  active: { readonly policy: Policy };
}

/** Exemptions as people read them: with names, and what they waive now. */
export async function toExemptionViews(
  records: readonly ExemptionRecord[],
  { store, clock, active }: ViewServices,
): Promise<ExemptionView[]> {
  const now = clock.now();
  const ids = records.flatMap(({ scope }) => (scope.kind === 'device' ? scope.device : []));
  const hostnames = new Map((await store.hostnames(ids)).map(({ id, hostname }) => [id, hostname]));
  const waived = new Map((await store.waived()).map((one) => [one.exemption, one]));
  const titles = new Map(checksOfAnybody(active.policy).map(({ id, title }) => [id, title]));
  return records.map((record) => {
    const { scope, warned: _, applied: __, firstAt: ___, ...shown } = record;
    const { devices = 0, points = 0 } = waived.get(record.id) ?? {};
    return {
      ...shown,
      title: titles.get(record.check) ?? record.check,
      device:
        scope.kind === 'device' ? { id: scope.device, hostname: hostnames.get(scope.device) ?? '' } : null,
      group: scope.kind === 'group' ? scope.group : null,
      state: stateOf(record, now),
      endsSoon: endsSoon(record, active.policy.exemptions.warnBeforeMs, now),
      ...{ devices, points },
    };
  });
}

function stateOf({ from, until, endedAt }: ExemptionRecord, now: number): ExemptionView['state'] {
  if (endedAt !== null) return 'ended';
  if (until <= now) return 'expired';
  return from === null ? 'waiting' : 'active';
}
