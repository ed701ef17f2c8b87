import type { ExemptionReads, ExemptionRecord, ExemptionWrites } from '../exemptions.ts';
import type { Settled } from '../settled.ts';
import { appendAudit } from './audit.ts';
import { byText, descending } from './order.ts';
import type { Tables } from './tables.ts';

const YEAR_MS = 366 * 86_400_000;
const WEEK_MS = 7 * 86_400_000;

const isOpen = ({ endedAt, until }: { endedAt: number | null; until: number }, at: number): boolean =>
  endedAt === null && until > at;

const scopeOf = ({ scope }: ExemptionRecord): string =>
  scope.kind === 'device' ? `device ${scope.device}` : `group ${scope.group}`;

/** Exemptions and break-glass, written; each with its entry in the audit log. */
export function exemptionWrites(tables: Tables): Settled<ExemptionWrites> {
  const { exemptions, breakGlass } = tables;
  const openAt = (at: number) => exemptions.where((exemption) => isOpen(exemption, at));

  // One that is in force takes the place of the one that it renews.
  const endRenewed = ({ id, at, by }: { id: string; at: number; by: string }) => {
    const { renews = null, from = null } = exemptions.get(id) ?? {};
    const renewed = renews !== null && from !== null ? exemptions.get(renews) : undefined;
    if (renewed && isOpen(renewed, at)) exemptions.update(renewed.id, { endedAt: at, endedBy: by });
  };

  return {
    addExemption({ exemption, maxOpen, audit }) {
      const { id, check, by, renews, requestedAt: at } = exemption;
      const open = openAt(at);
      const like = open.filter((other) => other.check === check && scopeOf(other) === scopeOf(exemption));
      if (like.some((other) => other.id !== renews)) return 'taken';
      // A renewal takes the place of what is counted already.
      if (renews === null && open.length >= maxOpen) return 'too_many';
      const fresh = { approvedBy: null, endedAt: null, endedBy: null, warned: false, applied: false };
      exemptions.insert(id, { ...exemption, ...fresh });
      assertSound(tables, exemption);
      endRenewed({ id, at, by });
      appendAudit(tables, audit);
      return 'added';
    },
    approveExemption({ id, by, at, audit }) {
      const waiting = exemptions.get(id);
      if (!waiting || waiting.from !== null || !isOpen(waiting, at)) return false;
      if (waiting.by === by) throw new Error('who asks for an exemption does not approve it');
      exemptions.update(id, { approvedBy: by, from: at, applied: false });
      endRenewed({ id, at, by });
      appendAudit(tables, audit);
      return true;
    },
    endExemption({ id, by, at, audit }) {
      const found = exemptions.get(id);
      if (!found || !isOpen(found, at)) return false;
      exemptions.update(id, { endedAt: at, endedBy: by, applied: false });
      appendAudit(tables, audit);
      return true;
    },
    markWarned: (id) => void exemptions.update(id, { warned: true }),
    markApplied({ id, from, endedAt }) {
      const found = exemptions.get(id);
      if (found?.from === from && found.endedAt === endedAt) exemptions.update(id, { applied: true });
    },
    startBreakGlass({ breakGlass: started, audit }) {
      const { id, reason, by, from, until } = started;
      if (breakGlass.where((other) => isOpen(other, from ?? 0)).length > 0) return false;
      if (from === null || until <= from || until > from + WEEK_MS)
        throw new Error('it is not for a week at most');
      if (reason.trim() === '' || by === '') throw new Error('nobody says why');
      breakGlass.insert(id, { id, reason, by, from, until, endedAt: null, endedBy: null, applied: false });
      appendAudit(tables, audit);
      return true;
    },
    endBreakGlass({ id, by, at, audit }) {
      const found = breakGlass.get(id);
      if (!found || !isOpen(found, at)) return false;
      breakGlass.update(id, { endedAt: at, endedBy: by, applied: false });
      appendAudit(tables, audit);
      return true;
    },
    markBreakGlassApplied({ id, endedAt }) {
      if (breakGlass.get(id)?.endedAt === endedAt) breakGlass.update(id, { applied: true });
    },
  };
}

/** Exemptions, break-glass and what they waive, read. */
export function exemptionReads({ exemptions, breakGlass, devices }: Tables): Settled<ExemptionReads> {
  const byId = byText(({ id }: { id: string }) => id);
  return {
    exemption: (id) => exemptions.get(id) ?? null,
    exemptions: ({ state, at, limit, before }) =>
      exemptions
        .where((row) => isOpen(row, at) === (state === 'open') && (before === null || row.id < before))
        .sort(descending(byId))
        .slice(0, limit),
    exemptionsInForce: (at) => exemptions.where((row) => isOpen(row, at) || !row.applied).sort(byId),
    breakGlasses: () => breakGlass.where(() => true).sort(byId),
    waived() {
      const sums = new Map<string, { devices: number; points: number }>();
      for (const { assessment } of devices.where(() => true)) {
        const seen = new Set<string>();
        for (const { excuse, worth } of assessment?.checks ?? []) {
          if (excuse?.kind !== 'exempt') continue;
          const { devices: count, points } = sums.get(excuse.id) ?? { devices: 0, points: 0 };
          sums.set(excuse.id, { devices: count + (seen.has(excuse.id) ? 0 : 1), points: points + worth });
          seen.add(excuse.id);
        }
      }
      return [...sums]
        .map(([exemption, sum]) => ({ exemption, ...sum }))
        .sort(byText(({ exemption }) => exemption));
    },
  };
}

/** None is without a reason or an end, and none is longer than a year, whatever a policy says. @throws Error */
function assertSound({ devices, exemptions }: Tables, exemption: ExemptionRecord): void {
  const { scope, reason, by, requestedAt, until, renews, firstAt } = exemption;
  const isFound = scope.kind === 'group' || devices.get(scope.device) !== undefined;
  const isBounded = until > requestedAt && until <= requestedAt + YEAR_MS && firstAt <= requestedAt;
  const renewsNothing = renews !== null && exemptions.get(renews) === undefined;
  if (!isFound || !isBounded || renewsNothing || reason.trim() === '' || by === '')
    throw new Error('this is no exemption');
}
