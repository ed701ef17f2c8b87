import type { Notice } from '../publish/notice.ts';
import type { BreakGlassRecord, ExemptionRecord } from '../store/exemptions.ts';
import { endsSoon } from './debt.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** Pure. What there is to tell of an exemption at a time, told already or not; empty while it waits for a second person. */
export function noticesOf(
  exemption: ExemptionRecord,
  {
    now,
    warnBeforeMs,
    title,
    isRenewed,
  }: { now: number; warnBeforeMs: number; title: string; isRenewed: boolean },
): Notice[] {
  const { id, check, scope, reason, by, approvedBy, from, until, endedAt, endedBy } = exemption;
  // What takes its place goes on.
  if (from === null || isRenewed) return [];
  const whom = scope.kind === 'device' ? { device: scope.device } : { group: scope.group };
  const data = {
    exemption: { id, check, title, ...whom, reason, by, approvedBy, from: iso(from), until: iso(until) },
  };
  if (endsSoon(exemption, warnBeforeMs, now))
    return [{ event: 'exemption.ending', subject: id, at: now, data }];
  const end = endedAt ?? until;
  if (end > now) return [];
  const ended = { ...data, endedAt: iso(end), endedBy };
  return [{ event: 'exemption.ended', subject: id, at: end, data: ended }];
}

/** Pure. What there is to tell of break-glass at a time. Its beginning is an alarm: nothing counts against anybody. */
export function noticesOfBreakGlass(
  { id, reason, by, from, until, endedAt, endedBy }: BreakGlassRecord,
  now: number,
): Notice[] {
  if (from === null) return [];
  const data = { breakGlass: { id, reason, by, from: iso(from), until: iso(until) } };
  const started: Notice = {
    ...{ event: 'break_glass.started', subject: id, at: from },
    data: { ...data, alarm: true },
  };
  const end = endedAt ?? until;
  if (end > now) return [started];
  const ended = { ...data, endedAt: iso(end), endedBy };
  return [started, { event: 'break_glass.ended', subject: id, at: end, data: ended }];
}
