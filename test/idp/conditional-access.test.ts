import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaepEvent, Compliance, Risk } from './caep-events.ts';
import { decide, type KnownDevices, learn } from './conditional-access.ts';

const NOBODY: KnownDevices = new Map();
const OWNER = 'ada@example.com';

const told = { owner: OWNER, reasonAdmin: null, reasonUser: null };
const compliance = (current: Compliance, at: number, more: Partial<CaepEvent> = {}): CaepEvent =>
  ({
    kind: 'compliance',
    previous: 'compliant',
    current,
    at,
    deviceId: 'laptop-1',
    ...told,
    ...more,
  }) as CaepEvent;
const risk = (current: Risk, at: number, deviceId = 'laptop-1'): CaepEvent => ({
  kind: 'risk',
  current,
  at,
  deviceId,
  ...told,
});
const after = (...events: CaepEvent[]) => events.reduce(learn, NOBODY);

const eventArbitrary = fc.record({
  deviceId: fc.constantFrom('a', 'b', 'c'),
  what: fc.constantFrom<Compliance | Risk>('compliant', 'not-compliant', 'LOW', 'MEDIUM', 'HIGH'),
  owner: fc.constantFrom(OWNER, 'bob@example.com', null),
});
const eventsArbitrary = fc
  .array(eventArbitrary, { maxLength: 30 })
  .map((events) =>
    events.map(
      ({ what, ...rest }, at): CaepEvent =>
        what === 'compliant' || what === 'not-compliant'
          ? { kind: 'compliance', previous: 'compliant', current: what, ...told, ...rest, at }
          : { kind: 'risk', current: what, ...told, ...rest, at },
    ),
  );

describe('conditional access', () => {
  it('forgets whose a device is when its session is revoked, unless it is told late or of somebody else', () => {
    const revoked = (at: number, owner = OWNER): CaepEvent => ({
      ...{ kind: 'session-revoked', at, deviceId: 'laptop-1', ...told, owner },
    });
    const fine = after(compliance('compliant', 1));
    const fallen = after(
      compliance('not-compliant', 1),
      revoked(2),
      compliance('compliant', 3, { deviceId: 'laptop-2' }),
    );
    expect(decide(fallen, OWNER).allowed).toBe(true);
    expect(decide(learn(fine, revoked(2)), OWNER).allowed).toBe(false);
    expect(decide(learn(fine, revoked(0)), OWNER).allowed).toBe(true);
    expect(decide(learn(fine, revoked(2, 'bob@example.com')), OWNER).allowed).toBe(true);
  });

  it('refuses whoever has no known device, and says what to do', () => {
    const decision = decide(NOBODY, OWNER);
    expect(decision).toMatchObject({ allowed: false, headline: 'No device of yours is known here.' });
    expect(decision.allowed === false && decision.whatToDo.length).toBeGreaterThan(0);
  });

  it('allows the owner of a compliant device, however the address is written', () => {
    expect(decide(after(compliance('compliant', 1)), 'Ada@Example.COM').allowed).toBe(true);
  });

  it('refuses the owner of a device that fell, with its reason and since when', () => {
    const reasonUser = 'Your laptop ada-thinkpad does not meet the requirements: disk encryption is off.';
    const devices = after(compliance('compliant', 1), compliance('not-compliant', 2, { reasonUser }));
    expect(decide(devices, OWNER)).toMatchObject({
      allowed: false,
      refusals: [{ deviceId: 'laptop-1', reason: reasonUser, since: 2 }],
    });
  });

  it('allows again once the device is mended', () => {
    const devices = after(
      compliance('compliant', 1),
      compliance('not-compliant', 2),
      compliance('compliant', 3),
    );
    expect(decide(devices, OWNER).allowed).toBe(true);
  });

  it('refuses when one of several devices is out of order, and names only that one', () => {
    const devices = after(
      compliance('compliant', 1),
      compliance('not-compliant', 2, { deviceId: 'laptop-2' } as Partial<CaepEvent>),
    );
    expect(decide(devices, OWNER)).toMatchObject({ allowed: false, refusals: [{ deviceId: 'laptop-2' }] });
  });

  it('refuses a device of high risk although it is compliant', () => {
    expect(decide(after(compliance('compliant', 1), risk('HIGH', 2)), OWNER).allowed).toBe(false);
  });

  it('does not take a low risk for compliance', () => {
    expect(decide(after(risk('LOW', 1)), OWNER).allowed).toBe(false);
  });

  it('does not let a late older event override a newer one', () => {
    const devices = after(compliance('not-compliant', 5), compliance('compliant', 4));
    expect(decide(devices, OWNER).allowed).toBe(false);
  });

  it('lets a device leave its former owner when it gets a new one', () => {
    const devices = after(
      compliance('not-compliant', 1),
      compliance('not-compliant', 2, { owner: 'bob@example.com' } as Partial<CaepEvent>),
    );
    expect(decide(devices, OWNER)).toMatchObject({ headline: 'No device of yours is known here.' });
    expect(decide(devices, 'bob@example.com').allowed).toBe(false);
  });

  it('knows the same whatever the order in which events arrive, and however often', () => {
    const ordered = eventsArbitrary.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(ordered, ([events, shuffled]) => {
        const sorted = (devices: KnownDevices) => [...devices].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(after(...shuffled))).toEqual(sorted(after(...events)));
      }),
    );
  });

  it('allows exactly those with a device and none out of order', () => {
    fc.assert(
      fc.property(eventsArbitrary, (events) => {
        const last = <T>(values: T[]): T | undefined => values.at(-1);
        const own = ['a', 'b', 'c'].filter((id) => {
          const owners = events.filter((e) => 'owner' in e && e.owner !== null && e.deviceId === id);
          return (last(owners) as { owner?: string } | undefined)?.owner === OWNER;
        });
        const inOrder = own.every((id) => {
          const of = (kind: string) =>
            last(events.filter((e) => e.kind === kind && 'deviceId' in e && e.deviceId === id)) as
              | { current: string }
              | undefined;
          return of('compliance')?.current === 'compliant' && of('risk')?.current !== 'HIGH';
        });
        expect(decide(after(...events), OWNER).allowed).toBe(own.length > 0 && inOrder);
      }),
    );
  });
});
