/** Whom an exemption excuses. */
type ExemptionScope = { kind: 'device'; device: string } | { kind: 'group'; group: string };

interface Granted {
  id: string;
  /** Who granted it, in words for people. */
  by: string;
  reason: string;
  /** Collector's clock, ms; null: it waits for a second person and excuses nobody yet. */
  from: number | null;
  /** Excluded. There is no exemption without an end. */
  until: number;
  /** When somebody ended it before its time; null: nobody did. */
  endedAt: number | null;
}

/** One check excused for one device or group, by a named person, for a reason, until a date. */
export interface Exemption extends Granted {
  check: string;
  scope: ExemptionScope;
}

/** Everything excused for everybody, for a short while. */
export type BreakGlass = Granted;

/** Pure. Whether it excuses anybody at a time: an exemption that has ended stays true of the time before. */
export const isActive = ({ from, until, endedAt }: Granted, now: number): boolean =>
  from !== null && from <= now && now < until && (endedAt === null || now < endedAt);

/** Pure. The exemption that excuses a device from a check; of several the one that holds longest. */
export function exemptionFrom(
  check: string,
  { exemptions, deviceId, groups, now }: ExemptionContext,
): Exemption | null {
  let found: Exemption | null = null;
  for (const exemption of exemptions) {
    if (exemption.check !== check || !isActive(exemption, now)) continue;
    const { scope } = exemption;
    const covers = scope.kind === 'device' ? scope.device === deviceId : groups.includes(scope.group);
    if (covers && exemption.until > (found?.until ?? 0)) found = exemption;
  }
  return found;
}

export interface ExemptionContext {
  now: number;
  deviceId: string;
  groups: readonly string[];
  /** Any that may matter; which ones do is seen here. */
  exemptions: readonly Exemption[];
}
