import { AssayError, type Clock } from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import { assertNoCanary } from '../enrollment/standing.ts';
import type { Policy } from '../policy/policy.ts';
import type { AuditSource } from '../store/audit.ts';
import type { DeviceReads } from '../store/devices.ts';
import type {
  BreakGlassRecord,
  ExemptionReads,
  ExemptionRecord,
  ExemptionWrites,
} from '../store/exemptions.ts';
import type { ExemptionBook } from './book.ts';
import { checkOf, type Excused, endOf, endOfBreakGlass, needsSecondPerson } from './rules.ts';

interface ExemptionRequest {
  check: string;
  scope: ExemptionRecord['scope'];
  reason: string;
  until: number;
}

type ScopeReads = Pick<DeviceReads, 'device' | 'devicesInGroup'>;

export interface ExemptionServices {
  store: Pick<ExemptionReads, 'exemption' | 'exemptions' | 'breakGlasses'> & ExemptionWrites & ScopeReads;
  clock: Clock;
  book: ExemptionBook;
  /** The policy in force. */
  policy(): Policy;
  /** Judges whom it is about. Resolves when all of them are judged, where it is about one device. */
  apply(change: { exemption: ExemptionRecord } | { breakGlass: BreakGlassRecord }): Promise<void>;
}

/** What people do with exemptions. Each step is durable and in the audit log when it resolves. */
export interface Exemptions {
  /**
   * @throws AssayError `not_found` when there is no such device or group, `invalid_request`, or `exemption_refused` when
   * the policy does not allow it
   */
  grant(request: ExemptionRequest, by: string, source?: AuditSource): Promise<ExemptionRecord>;
  /** @throws AssayError `not_found`, `invalid_request` when it does not wait, `second_person_required` */
  approve(id: string, by: string, source?: AuditSource): Promise<ExemptionRecord>;
  /**
   * Prolongs it, by a new one that takes its place.
   * @throws AssayError `not_found`, `invalid_request` when it is over, or `exemption_refused`
   */
  renew(
    id: string,
    request: Pick<ExemptionRequest, 'reason' | 'until'>,
    by: string,
    source?: AuditSource,
  ): Promise<ExemptionRecord>;
  /** @throws AssayError `not_found`, or `invalid_request` when it is over already */
  end(id: string, by: string, source?: AuditSource): Promise<void>;
  /** @throws AssayError `invalid_request` when it is on already, or `exemption_refused` */
  startBreakGlass(
    request: Pick<ExemptionRequest, 'reason' | 'until'>,
    by: string,
    source?: AuditSource,
  ): Promise<BreakGlassRecord>;
  /** @throws AssayError `not_found` when it is not on */
  endBreakGlass(by: string, source?: AuditSource): Promise<void>;
}

export function createExemptions(services: ExemptionServices): Exemptions {
  const { store, clock, book, policy, apply } = services;

  async function known(id: string): Promise<ExemptionRecord> {
    const exemption = await store.exemption(id);
    if (!exemption) throw new AssayError('not_found', `there is no exemption ${id}`);
    return exemption;
  }

  async function add(
    request: ExemptionRequest,
    by: string,
    before: ExemptionRecord | null,
    source?: AuditSource,
  ): Promise<ExemptionRecord> {
    const now = clock.now();
    const { exemptions: rules } = policy();
    const { id: check } = checkOf(policy(), request.check);
    const until = endOf(request.until, now, rules);
    const whom = await excusedBy(request.scope, store);
    const earlier = before ?? (await endedEarly(request, now, store));
    const waits = needsSecondPerson(policy(), check, whom, earlier !== null);
    const exemption: ExemptionRecord = {
      ...{ ...request, until, id: uuidv7({ msecs: now }), by, requestedAt: now, from: waits ? null : now },
      ...{ approvedBy: null, endedAt: null, endedBy: null, warned: false, applied: false },
      ...{ renews: before?.id ?? null, firstAt: Math.min(earlier?.firstAt ?? now, now) },
    };
    const action = before ? 'exemption.renew' : 'exemption.grant';
    const audit = {
      at: now,
      who: by,
      ...via(source),
      action,
      subject: exemption.id,
      detail: describe(exemption),
    };
    const result = await store.addExemption({ exemption, maxOpen: rules.maxOpen, audit });
    if (result !== 'added') throw refused(result, rules.maxOpen);
    return inForce(exemption);
  }

  async function inForce(exemption: ExemptionRecord): Promise<ExemptionRecord> {
    const { renews, from, by } = exemption;
    const renewed = from !== null && book.all().find(({ id }) => id === renews);
    if (renewed) book.put({ ...renewed, endedAt: from, endedBy: by });
    book.put(exemption);
    await apply({ exemption });
    return exemption;
  }

  return {
    grant: (request, by, source) => add(request, by, null, source),

    async renew(id, { reason, until }, by, source) {
      const before = await known(id);
      if (before.endedAt !== null || before.until <= clock.now())
        throw new AssayError('invalid_request', 'it is over: grant another one');
      return add({ check: before.check, scope: before.scope, reason, until }, by, before, source);
    },

    async approve(id, by, source) {
      const exemption = await known(id);
      if (exemption.by === by) {
        throw new AssayError(
          'second_person_required',
          `${by} asked for it: the policy wants another person to approve it`,
        );
      }
      const at = clock.now();
      const audit = {
        at,
        who: by,
        ...via(source),
        action: 'exemption.approve',
        subject: id,
        detail: describe(exemption),
      };
      if (!(await store.approveExemption({ id, by, at, audit })))
        throw new AssayError('invalid_request', 'it does not wait for anybody');
      return inForce({ ...exemption, approvedBy: by, from: at, applied: false });
    },

    async end(id, by, source) {
      const exemption = await known(id);
      const at = clock.now();
      const audit = {
        at,
        who: by,
        ...via(source),
        action: 'exemption.end',
        subject: id,
        detail: describe(exemption),
      };
      if (!(await store.endExemption({ id, by, at, audit })))
        throw new AssayError('invalid_request', 'it is over already');
      await inForce({ ...exemption, endedAt: at, endedBy: by, applied: false });
    },

    async startBreakGlass({ reason, until: asked }, by, source) {
      const now = clock.now();
      const until = endOfBreakGlass(asked, now, policy().exemptions);
      const breakGlass: BreakGlassRecord = {
        ...{ id: uuidv7({ msecs: now }), by, reason, from: now, until },
        ...{ endedAt: null, endedBy: null, applied: false },
      };
      const detail = `everything excused for everybody until ${iso(until)}: ${reason}`;
      const audit = {
        at: now,
        who: by,
        ...via(source),
        action: 'break_glass.start',
        subject: breakGlass.id,
        detail,
      };
      if (!(await store.startBreakGlass({ breakGlass, audit })))
        throw new AssayError('invalid_request', 'break-glass is on already: end it first');
      book.putBreakGlass(breakGlass);
      await apply({ breakGlass });
      return breakGlass;
    },

    async endBreakGlass(by, source) {
      const at = clock.now();
      const on = (await store.breakGlasses()).findLast(
        ({ endedAt, until }) => endedAt === null && until > at,
      );
      if (!on) throw new AssayError('not_found', 'break-glass is not on');
      const audit = {
        at,
        who: by,
        ...via(source),
        action: 'break_glass.end',
        subject: on.id,
        detail: on.reason,
      };
      if (!(await store.endBreakGlass({ id: on.id, by, at, audit }))) return;
      const breakGlass = { ...on, endedAt: at, endedBy: by, applied: false };
      book.putBreakGlass(breakGlass);
      await apply({ breakGlass });
    },
  };
}

const PAGE = 200;

/**
 * One of the same check for the same whom that would hold still, had nobody ended it: to grant it anew is to prolong it,
 * though nobody calls it so. Null: there is none.
 */
async function endedEarly(
  { check, scope }: ExemptionRequest,
  now: number,
  store: Pick<ExemptionReads, 'exemptions'>,
): Promise<ExemptionRecord | null> {
  for (let before: string | null = null; ; ) {
    const page: ExemptionRecord[] = await store.exemptions({ state: 'past', at: now, limit: PAGE, before });
    const found = page.find(
      (one) => one.check === check && isSameScope(one.scope, scope) && one.from !== null && one.until > now,
    );
    if (found || page.length < PAGE) return found ?? null;
    before = page.at(-1)?.id ?? null;
  }
}

const isSameScope = (a: ExemptionRecord['scope'], b: ExemptionRecord['scope']): boolean =>
  a.kind === 'device'
    ? b.kind === 'device' && a.device === b.device
    : b.kind === 'group' && a.group === b.group;

async function excusedBy(scope: ExemptionRecord['scope'], store: ScopeReads): Promise<Excused> {
  if (scope.kind === 'device') {
    const device = await store.device(scope.device);
    if (!device) throw new AssayError('not_found', `there is no device ${scope.device}`);
    assertNoCanary(device.record);
    return { device: device.record.groups };
  }
  const members = await store.devicesInGroup({ group: scope.group, after: '', limit: 1 });
  if (members.length === 0) throw new AssayError('not_found', `no device is in a group ${scope.group}`);
  return { group: scope.group };
}

const refused = (result: 'taken' | 'too_many', maxOpen: number): AssayError =>
  result === 'taken'
    ? new AssayError(
        'exemption_refused',
        'there is one of this check already: renew or end it, or have it approved or refused if it waits for that',
      )
    : new AssayError(
        'exemption_refused',
        `the policy allows ${maxOpen} open exemptions and there are as many: end some first`,
      );

const via = (source: AuditSource | undefined) => (source ? { source } : {});

const iso = (at: number): string => new Date(at).toISOString();

const describe = ({ check, scope, until, reason }: ExemptionRecord): string =>
  `${check} for ${scope.kind} ${scope.kind === 'device' ? scope.device : scope.group} until ${iso(until)}: ${reason}`;
