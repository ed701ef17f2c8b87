import { type BreakGlass, type Exemption, isActive } from '../assess/exemption.ts';
import type { BreakGlassRecord, ExemptionReads, ExemptionRecord } from '../store/exemptions.ts';

/** The exemptions in force, in memory: every judgement asks for them. */
export interface ExemptionBook {
  /** Those that may excuse a device. */
  of(device: { id: string; groups: readonly string[] }): readonly Exemption[];
  breakGlass(now: number): BreakGlass | null;
  /** Every one that is open, or whose devices are still to be judged by it. */
  all(): ExemptionRecord[];
  get(id: string): ExemptionRecord | undefined;
  put(exemption: ExemptionRecord): void;
  putBreakGlass(breakGlass: BreakGlassRecord): void;
  /** Lets go of what is over. */
  forget(now: number): void;
}

/** The book as it is stored. @throws AssayError `store_unavailable` */
export async function loadExemptionBook(
  store: Pick<ExemptionReads, 'exemptionsInForce' | 'breakGlasses'>,
  now: number,
): Promise<ExemptionBook> {
  return createExemptionBook(await store.exemptionsInForce(now), await store.breakGlasses());
}

const NONE: readonly Exemption[] = [];

export function createExemptionBook(
  records: readonly ExemptionRecord[],
  glasses: readonly BreakGlassRecord[],
): ExemptionBook {
  const byId = new Map<string, ExemptionRecord>();
  const byScope = new Map<string, Exemption[]>();
  let glass = toGlass(glasses.findLast(({ endedAt }) => endedAt === null));

  function index(): void {
    byScope.clear();
    for (const [key, of] of Map.groupBy(byId.values(), keyOf)) byScope.set(key, of.map(toExemption));
  }
  for (const record of records) byId.set(record.id, record);
  index();

  return {
    of({ id, groups }) {
      if (byScope.size === 0) return NONE;
      const found = [deviceKey(id), ...groups.map(groupKey)].flatMap((key) => byScope.get(key) ?? NONE);
      return found.length === 0 ? NONE : found;
    },
    breakGlass: (now) => (glass && isActive(glass, now) ? glass : null),
    all: () => [...byId.values()],
    get: (id) => byId.get(id),
    put(exemption) {
      byId.set(exemption.id, exemption);
      index();
    },
    putBreakGlass(breakGlass) {
      glass = toGlass(breakGlass);
    },
    forget(now) {
      const before = byId.size;
      for (const { id, until, endedAt, applied } of byId.values())
        if (applied && (until <= now || endedAt !== null)) byId.delete(id);
      if (byId.size !== before) index();
    },
  };
}

// What a judgement depends on is kept with it: nothing more than that.
const toExemption = ({ check, scope, ...record }: ExemptionRecord): Exemption => ({
  ...{ check, scope },
  ...toGranted(record),
});
const toGlass = (record: BreakGlassRecord | undefined): BreakGlass | null =>
  record ? toGranted(record) : null;
const toGranted = ({ id, by, reason, from, until, endedAt }: BreakGlass): BreakGlass => ({
  ...{ id, by, reason, from, until, endedAt },
});

const deviceKey = (id: string) => `device ${id}`;
const groupKey = (group: string) => `group ${group}`;
const keyOf = ({ scope }: ExemptionRecord): string =>
  scope.kind === 'device' ? deviceKey(scope.device) : groupKey(scope.group);
