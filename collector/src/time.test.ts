import type { Signals } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { but, laptop, NOW } from './assess/testdata/laptops.ts';
import { openTestWorld, type TestWorld } from './test-world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const POLICY = `policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 30d
exemptions: { second_person: [], max_length: 20d }
checks:
  - { id: fw, title: The firewall is on, explain: E., weight: 40, pass: firewall.enabled, required: true, hold: 1h, grace: 24h }
  - { id: sb, title: Secure Boot is on, explain: E., weight: 30, pass: secure_boot.enabled, required: true }
  - { id: os, title: The OS is supported, explain: E., weight: 30, pass: os_support.status == "supported" }
`;
const noFirewall = laptop({ firewall: but('firewall', { enabled: false }) });
const noSecureBoot = laptop({ secure_boot: but('secure_boot', { enabled: false }) });

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld(POLICY, NOW);
});
afterEach(() => world?.close());

const kinds = () => world.told.map(({ cause }) => cause.kind);
const reported = async (signals: Signals, groups?: string[]) => {
  const id = await world.enroll(groups);
  await world.report(id, signals);
  return id;
};
const exempt = (device: string, until: number, check = 'sb') =>
  world.excused.exemptions.grant(
    { check, scope: { kind: 'device', device }, reason: 'a test', until },
    'ada',
  );
const tierAt = async (id: string, now: number) => {
  world.now = now;
  await world.tick();
  return (await world.assessment(id)).tier;
};

describe('at the right moment, and not before', () => {
  it('hold ends, then grace, each told with time as its cause', async () => {
    const id = await reported(noFirewall);
    expect(await tierAt(id, NOW + HOUR - 1)).toBe('trusted');
    expect((await world.assessment(id)).checks[0]?.excuse?.kind).toBe('hold');
    expect(await tierAt(id, NOW + HOUR)).toBe('trusted');
    expect((await world.assessment(id)).checks[0]?.excuse).toEqual({ kind: 'grace', until: NOW + 25 * HOUR });
    expect(await tierAt(id, NOW + 25 * HOUR - 1)).toBe('trusted');
    expect(await tierAt(id, NOW + 25 * HOUR)).toBe('untrusted');
    expect(kinds()).toEqual(['first', 'time', 'time']);
    expect(world.told.at(-1)?.cause.text).toBe(
      'Time passed: "The firewall is on" was not mended within its grace.',
    );
    expect(world.told.at(-2)?.findings).toMatchObject([
      { check: 'fw', points: 0, excuse: { kind: 'grace' } },
    ]);
  });

  it('its agent is asked for a report, so that its user hears what consumers do', async () => {
    const id = await reported(noFirewall);
    await tierAt(id, NOW + HOUR - 1);
    expect(world.moved).toEqual([]);
    await tierAt(id, NOW + HOUR);
    await tierAt(id, NOW + 25 * HOUR);
    expect(world.moved).toEqual([id, id]);
  });

  it('an exemption expires, told as such', async () => {
    const id = await reported(noSecureBoot);
    await exempt(id, NOW + DAY);
    expect(await tierAt(id, NOW + DAY - 1)).toBe('trusted');
    expect(await tierAt(id, NOW + DAY)).toBe('untrusted');
    expect(kinds()).toEqual(['first', 'exemption', 'exemption']);
  });

  it('evidence goes stale', async () => {
    const id = await reported(laptop());
    expect(await tierAt(id, NOW + 30 * DAY - 1)).toBe('trusted');
    expect(await tierAt(id, NOW + 30 * DAY)).toBe('untrusted');
  });

  it('the support of the OS ends', async () => {
    const end = Date.parse('2028-07-01T00:00:00Z');
    world.now = end - DAY;
    const id = await reported(laptop());
    expect(await tierAt(id, end - 1)).toBe('trusted');
    expect(await tierAt(id, end)).toBe('limited');
  });
});

describe('after a restart', () => {
  it('deadlines are where they were', async () => {
    const id = await reported(noFirewall);
    await world.restart();
    expect(await tierAt(id, NOW + HOUR)).toBe('trusted');
    await world.restart();
    expect(await tierAt(id, NOW + 25 * HOUR - 1)).toBe('trusted');
    await world.restart();
    expect(await tierAt(id, NOW + 25 * HOUR)).toBe('untrusted');
  });

  it('what ended while the collector was down is told at once', async () => {
    const id = await reported(noSecureBoot);
    await exempt(id, NOW + DAY);
    world.now = NOW + 3 * DAY;
    await world.restart();
    await world.tick();
    expect((await world.assessment(id)).tier).toBe('untrusted');
    expect(kinds().at(-1)).toBe('exemption');
  });

  it('an exemption that was stored, but whose devices were not judged yet, takes effect', async () => {
    const id = await reported(noSecureBoot, ['lab']);
    await world.store.addExemption({
      exemption: {
        ...{ id: 'x', check: 'sb', scope: { kind: 'group', group: 'lab' }, reason: 'r', by: 'ada' },
        ...{ requestedAt: NOW, from: NOW, until: NOW + DAY, firstAt: NOW, approvedBy: null },
        ...{ endedAt: null, endedBy: null, renews: null, warned: false, applied: false },
      },
      maxOpen: 10,
      audit: { at: NOW, who: 'ada', action: 'exemption.grant', subject: 'x', detail: '' },
    });
    await world.restart();
    await world.tick();
    expect((await world.assessment(id)).tier).toBe('trusted');
    expect(await world.timeline(id)).toEqual([
      expect.stringMatching(/^Exempt from “Secure Boot is on” until/),
    ]);
    await world.restart();
    await world.tick();
    expect(await world.timeline(id)).toHaveLength(1);
  });

  it('break-glass goes on, and its end is told when it comes', async () => {
    const id = await reported(noSecureBoot);
    const { exemptions } = world.excused;
    await exemptions.startBreakGlass({ reason: 'an outage', until: NOW + 2 * HOUR }, 'ada');
    await world.restart();
    await world.tick();
    expect((await world.assessment(id)).tier).toBe('trusted');
    expect(world.excused.breakGlass()).toMatchObject({ by: 'ada' });
    expect(await tierAt(id, NOW + 2 * HOUR)).toBe('untrusted');
    expect(world.excused.breakGlass()).toBeNull();
  });
});

describe('a clock that is set', () => {
  it('the longest exemption, asked for where it is ahead, is as long as the policy allows', async () => {
    const id = await reported(noSecureBoot);
    expect((await exempt(id, NOW + 20 * DAY + 5_000)).until).toBe(NOW + 20 * DAY);
    await expect(exempt(id, NOW + 20 * DAY + 120_000)).rejects.toMatchObject({ code: 'exemption_refused' });
    const { exemptions } = world.excused;
    const request = { reason: 'an outage', until: NOW + 8 * HOUR + 5_000 };
    expect((await exemptions.startBreakGlass(request, 'ada')).until).toBe(NOW + 8 * HOUR);
  });

  it('back, lets an exemption be renewed', async () => {
    world.now = NOW + HOUR;
    const id = await reported(noSecureBoot);
    const { id: renewed } = await exempt(id, NOW + DAY);
    world.now = NOW;
    const request = { reason: 'still', until: NOW + 2 * DAY };
    const { firstAt } = await world.excused.exemptions.renew(renewed, request, 'ada');
    expect(firstAt).toBe(NOW);
  });

  it('back, moves no deadline further away than the policy says', async () => {
    world.now = NOW + 365 * DAY;
    const id = await reported(noFirewall);
    world.now = NOW;
    await world.restart();
    await world.tick();
    const { checks, validUntil } = await world.assessment(id);
    expect(checks[0]?.excuse).toEqual({ kind: 'hold', until: NOW + HOUR });
    expect(validUntil).toBe(NOW + 30 * DAY);
    expect(await tierAt(id, NOW + HOUR)).toBe('trusted');
    expect(await tierAt(id, NOW + 25 * HOUR)).toBe('untrusted');
  });

  it('back, lets silence go stale in its time', async () => {
    world.now = NOW + 365 * DAY;
    const id = await reported(laptop());
    world.now = NOW;
    await world.restart();
    await world.tick();
    expect(await tierAt(id, NOW + 20 * DAY)).toBe('trusted');
    expect(await tierAt(id, NOW + 30 * DAY)).toBe('untrusted');
    expect(await tierAt(id, NOW + 70 * DAY)).toBe('untrusted');
  });

  it('ahead and back again, ends no grace for good', async () => {
    const id = await reported(noFirewall);
    expect(await tierAt(id, NOW + 10 * DAY)).toBe('untrusted');
    world.now = NOW + 2 * HOUR;
    await world.restart();
    await world.tick();
    expect((await world.assessment(id)).checks[0]?.excuse).toEqual({ kind: 'grace', until: NOW + 25 * HOUR });
  });

  it('ahead, ends exemptions, which are there again when it is set right', async () => {
    const id = await reported(noSecureBoot);
    await exempt(id, NOW + DAY);
    expect(await tierAt(id, NOW + 2 * DAY)).toBe('untrusted');
    world.now = NOW + HOUR;
    await world.restart();
    await world.tick();
    expect((await world.assessment(id)).tier).toBe('trusted');
  });
});

describe('the end of an exemption', () => {
  it('is warned of once, in time, in the timeline of its device', async () => {
    const id = await reported(noSecureBoot);
    await exempt(id, NOW + 8 * DAY);
    await tierAt(id, NOW + 6 * DAY - 1);
    expect((await world.timeline(id)).filter((title) => title.includes('ends at'))).toEqual([]);
    await tierAt(id, NOW + 6 * DAY);
    expect(world.excused.keeper.debt().endingSoon).toBe(1);
    await world.restart();
    await tierAt(id, NOW + 7 * DAY);
    expect((await world.timeline(id)).filter((title) => title.includes('ends at'))).toEqual([
      'Exemption from “Secure Boot is on” ends at 2026-11-30 09:00 UTC',
    ]);
  });

  it('leaves no debt', async () => {
    const id = await reported(noSecureBoot);
    await exempt(id, NOW + 10 * DAY);
    expect(await world.excused.keeper.fresh()).toMatchObject({
      ...{ open: 1, devices: 1, deviceDays: 10, pointsWaived: 30, renewals: 0 },
      oldest: { since: NOW },
    });
    await tierAt(id, NOW + 10 * DAY);
    expect(world.excused.keeper.debt()).toMatchObject({ open: 0, devices: 0, pointsWaived: 0, oldest: null });
  });
});
