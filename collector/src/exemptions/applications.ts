import type { Application } from '../apply.ts';
import type { DeviceReads } from '../store/devices.ts';
import type { BreakGlassRecord, ExemptionRecord } from '../store/exemptions.ts';
import type { DeviceEvent } from '../store/lifecycle.ts';

type DeviceStore = Pick<DeviceReads, 'devicesInGroup' | 'deviceIds'>;

const day = (at: number): string =>
  new Date(at)
    .toISOString()
    .replace(/:\d\d\.\d{3}Z$/, ' UTC')
    .replace('T', ' ');

/** Whom an exemption is about, as it stands: asked for, in force, or ended. */
export function applicationOf(exemption: ExemptionRecord, title: string, store: DeviceStore): Application {
  const { scope, check } = exemption;
  const event = eventOf(exemption, title);
  if (scope.kind === 'device') {
    const pages = async (after: string) => (after === '' ? [scope.device] : []);
    return { pages, concerns: () => true, event };
  }
  return {
    pages: (after, limit) => store.devicesInGroup({ group: scope.group, after, limit }),
    // To whom it makes no difference, nothing happened.
    concerns: ({ assessment }) =>
      assessment?.checks.some((result) => result.check === check && result.failing !== undefined) ?? false,
    event,
  };
}

function eventOf(exemption: ExemptionRecord, title: string): DeviceEvent {
  const { scope, reason, by, approvedBy, from, until, endedAt, endedBy } = exemption;
  const whom = scope.kind === 'group' ? `for group ${scope.group}; ` : '';
  const head = { kind: 'exemption' as const, detail: `${whom}${reason}` };
  if (endedAt !== null) return { ...head, title: `Exemption from “${title}” ended`, by: endedBy ?? by };
  const end = day(until);
  if (from === null)
    return { ...head, title: `Exemption from “${title}” until ${end} waits for a second person`, by };
  return {
    ...head,
    title: `Exempt from “${title}” until ${end}`,
    by: approvedBy ? `${by} and ${approvedBy}` : by,
  };
}

/** The timeline's row of an exemption that will soon be over. */
export const endingSoon = ({ until, reason, by }: ExemptionRecord, title: string): DeviceEvent => ({
  kind: 'exemption',
  title: `Exemption from “${title}” ends at ${day(until)}`,
  detail: reason,
  by,
});

/** Whom break-glass is about: while it is on all that anything counts against, afterwards all whom it excused. */
export const applicationOfBreakGlass = ({ endedAt }: BreakGlassRecord, store: DeviceStore): Application => ({
  pages: (after, limit) => store.deviceIds({ after, limit }),
  concerns: ({ assessment }) =>
    assessment?.checks.some((result) =>
      endedAt === null ? result.counts : result.excuse?.kind === 'break_glass',
    ) ?? false,
  event: null,
});
