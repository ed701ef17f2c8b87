import { ok } from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExemptionRecord } from '../store/exemptions.ts';
import { openTestWorld, type TestWorld } from '../test-world.ts';

const START = Date.UTC(2026, 0, 5, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const POLICY = `
policy: test
evidence_max_age: 30d
tiers: { trusted: 80, limited: 50 }
exemptions: { second_person: [], warn_before: 1d }
checks:
  - { id: fw, title: The firewall is on, pass: firewall.enabled, weight: 1, explain: E. }
`;

let world: TestWorld;
let device: string;
beforeEach(async () => {
  world = await openTestWorld(POLICY, START);
  device = await world.enroll(['lab']);
  const off = { ...ok({ enabled: false, backend: 'ufw', evidence: [] }), observedAt: START };
  await world.report(device, { firewall: off });
});
afterEach(() => world.close());

const events = () => world.notices.map(({ event }) => event);
const grant = (scope: Parameters<TestWorld['excused']['exemptions']['grant']>[0]['scope'], ms = 8 * DAY) =>
  world.excused.exemptions.grant({ check: 'fw', scope, reason: 'router swap', until: START + ms }, 'ada');
const lab = { kind: 'group', group: 'lab' } as const;
const until = async (ms: number) => {
  world.now = START + ms;
  await world.tick();
};

describe('targets are told of an exemption', () => {
  it('as long before its end as the policy says, and when it has ended, each once', async () => {
    const { id } = await grant({ kind: 'device', device });
    await until(7 * DAY - 1);
    expect(events()).toEqual([]);
    await until(7 * DAY);
    await until(7 * DAY + HOUR);
    expect(world.notices).toEqual([
      {
        ...{ event: 'exemption.ending', subject: id, at: START + 7 * DAY },
        data: {
          exemption: {
            ...{ id, check: 'fw', title: 'The firewall is on', device, reason: 'router swap', by: 'ada' },
            ...{ approvedBy: null, from: '2026-01-05T12:00:00.000Z', until: '2026-01-13T12:00:00.000Z' },
          },
        },
      },
    ]);
    await until(8 * DAY);
    await until(8 * DAY + HOUR);
    expect(events()).toEqual(['exemption.ending', 'exemption.ended']);
    expect(world.notices[1]?.data).toMatchObject({ endedAt: '2026-01-13T12:00:00.000Z', endedBy: null });
  });

  it('of a group as well, and by whom it was ended before its time', async () => {
    const { id } = await grant(lab);
    world.now = START + HOUR;
    await world.excused.exemptions.end(id, 'grace');
    await world.tick();
    expect(world.notices).toMatchObject([
      { event: 'exemption.ended', data: { exemption: { group: 'lab' }, endedBy: 'grace' } },
    ]);
  });

  it('once, whatever restarts, and of what ended while the collector was down', async () => {
    await grant(lab);
    await until(7 * DAY);
    await world.restart();
    await world.tick();
    expect(events()).toEqual(['exemption.ending']);
    world.now = START + 8 * DAY + HOUR;
    await world.restart();
    await world.tick();
    await world.restart();
    await world.tick();
    expect(events()).toEqual(['exemption.ending', 'exemption.ended']);
  });

  it('of what ended while the collector was down, however many are past that were asked for later', async () => {
    const { id } = await grant(lab);
    await until(7 * DAY);
    const exemption = (await world.store.exemption(id)) as ExemptionRecord;
    const short = Array.from({ length: 100 }, (_, i) => ({
      ...{ ...exemption, id: uuidv7(), scope: { kind: 'group', group: `g${i}` } as const },
      ...{ requestedAt: world.now, from: world.now, until: world.now + 1 },
    }));
    const audit = { at: world.now, who: 'ada', action: 'exemption.grant', subject: 'x', detail: '' };
    await Promise.all(short.map((one) => world.store.addExemption({ exemption: one, maxOpen: 1000, audit })));
    await until(7 * DAY + HOUR);
    world.now = START + 8 * DAY + HOUR;
    await world.restart();
    await world.tick();
    expect(world.notices.filter(({ subject }) => subject === id).map(({ event }) => event)).toEqual([
      'exemption.ending',
      'exemption.ended',
    ]);
  });

  it('not of one that another takes the place of', async () => {
    const { id } = await grant(lab);
    world.now = START + DAY;
    await world.excused.exemptions.renew(id, { reason: 'still', until: START + 9 * DAY }, 'ada');
    await world.tick();
    expect(events()).toEqual([]);
  });

  it('in the outbox until a target has taken it', async () => {
    const { id } = await grant(lab);
    await until(7 * DAY);
    const pending = () => world.store.pendingNotices({ targetId: 'siem', limit: 10 });
    const [delivery] = await pending();
    expect(delivery).toMatchObject({ event: 'exemption.ending', deviceId: id, attempts: 0 });
    const attempt = {
      ...{ deliveryId: delivery?.id ?? '', targetId: 'siem', deviceId: id, at: world.now, durationMs: 1 },
      answer: { result: 'retry' as const, status: 503, detail: 'busy' },
    };
    await world.store.recordAttempt({
      ...attempt,
      attempt: 1,
      state: 'retrying',
      nextAttemptAt: world.now + 1,
    });
    expect(await pending()).toMatchObject([{ attempts: 1, notice: delivery?.notice }]);
    await world.store.recordAttempt({ ...attempt, attempt: 2, state: 'delivered', nextAttemptAt: null });
    expect(await pending()).toEqual([]);
  });

  it('and it is said what each target answered, until it is old and the exemption over', async () => {
    const { id } = await grant(lab);
    await until(7 * DAY);
    const told = async () =>
      (await world.store.notices({ after: null, limit: 10 })).map(({ event }) => event);
    const [notice] = await world.store.notices({ after: null, limit: 10 });
    expect(notice).toMatchObject({
      ...{ event: 'exemption.ending', subject: id, at: START + 7 * DAY },
      deliveries: [{ targetId: 'siem', state: 'queued', attempts: 0, answer: null }],
    });
    const prune = () => world.store.pruneHistory({ after: '', before: world.now, limit: 1000 });
    const answer = async (deliveryId: string) =>
      world.store.recordAttempt({
        ...{ deliveryId, targetId: 'siem', deviceId: id, attempt: 1, at: world.now, durationMs: 1 },
        ...{
          answer: { result: 'accepted', status: 202, detail: 'ok' },
          state: 'delivered',
          nextAttemptAt: null,
        },
      });
    await answer(notice?.deliveries[0]?.id ?? '');
    await until(7 * DAY + HOUR);
    await prune();
    // Its end is still to come: without the notice, it would be told of a second time.
    expect(await told()).toEqual(['exemption.ending']);

    await until(8 * DAY + HOUR);
    await prune();
    // The end waits for the target to take it.
    expect(await told()).toEqual(['exemption.ended']);
    const [ended] = await world.store.notices({ after: null, limit: 10 });
    await answer(ended?.deliveries[0]?.id ?? '');
    await prune();
    expect(await told()).toEqual([]);
    expect(events()).toEqual(['exemption.ending', 'exemption.ended']);
  });
});

describe('targets are told of break-glass', () => {
  it('as an alarm when it begins, and when its timer ends it', async () => {
    await world.excused.exemptions.startBreakGlass({ reason: 'outage', until: START + 2 * HOUR }, 'ada');
    await world.tick();
    expect(world.notices).toMatchObject([
      { event: 'break_glass.started', at: START, data: { alarm: true, breakGlass: { by: 'ada' } } },
    ]);
    await until(2 * HOUR);
    await world.restart();
    await world.tick();
    expect(events()).toEqual(['break_glass.started', 'break_glass.ended']);
  });

  it('when somebody ends it', async () => {
    await world.excused.exemptions.startBreakGlass({ reason: 'outage', until: START + 2 * HOUR }, 'ada');
    world.now = START + HOUR;
    await world.excused.exemptions.endBreakGlass('grace');
    await world.tick();
    expect(events()).toEqual(['break_glass.started', 'break_glass.ended']);
    expect(world.notices[1]?.data).toMatchObject({ endedBy: 'grace', endedAt: '2026-01-05T13:00:00.000Z' });
  });
});
