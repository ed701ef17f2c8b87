import type { ExemptionRecord, Waived } from '../store/exemptions.ts';

/** What an organisation owes itself: what is excused now and has to be put right some day. */
export interface ExemptionDebt {
  /** In force. */
  open: number;
  /** For a second person. */
  waiting: number;
  endingSoon: number;
  /** Pairs of a device and an exemption that excuses it now. */
  devices: number;
  /** For each of them the days that are still granted. */
  deviceDays: number;
  /** Taken from the scores of these devices if all ended now, before any cap. */
  pointsWaived: number;
  /** The one that began first, renewals counted in: who renews does not begin anew. */
  oldest: { id: string; since: number } | null;
  /** Of those that are open. */
  renewals: number;
}

const DAY_MS = 86_400_000;

/** Pure. */
export function debtOf(
  records: readonly ExemptionRecord[],
  waived: readonly Waived[],
  { now, warnBeforeMs }: { now: number; warnBeforeMs: number },
): ExemptionDebt {
  const unended = records.filter(({ endedAt, until }) => endedAt === null && until > now);
  const open = unended.filter(({ from }) => from !== null);
  const waives = new Map(waived.map((one) => [one.exemption, one]));
  let devices = 0;
  let deviceDays = 0;
  let pointsWaived = 0;
  for (const { id, until } of open) {
    const found = waives.get(id);
    devices += found?.devices ?? 0;
    deviceDays += ((found?.devices ?? 0) * (until - now)) / DAY_MS;
    pointsWaived += found?.points ?? 0;
  }
  const [oldest] = open.map(({ id, firstAt }) => ({ id, since: firstAt })).sort((a, b) => a.since - b.since);
  return {
    open: open.length,
    waiting: unended.length - open.length,
    endingSoon: open.filter((record) => endsSoon(record, warnBeforeMs, now)).length,
    devices,
    deviceDays: Math.round(deviceDays * 10) / 10,
    pointsWaived,
    oldest: oldest ?? null,
    renewals: open.filter(({ renews }) => renews !== null).length,
  };
}

/** It is time to warn of its end: as the policy says, but never more than the last quarter of its life. */
export function endsSoon(
  { from, until, endedAt }: ExemptionRecord,
  warnBeforeMs: number,
  now: number,
): boolean {
  if (from === null || endedAt !== null || now >= until) return false;
  return until - now <= Math.min(warnBeforeMs, (until - from) / 4);
}
