import { DEVICE_STATES, PLATFORMS } from '@assay/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideAdmission,
  type HardwareClaim,
  type KnownDevice,
  movedHardware,
  rolledBack,
  sameHardware,
} from './conflicts.ts';
import { identityOf } from './identity.ts';

// Few values, so that machines meet.
const serial = fc.option(fc.constantFrom('SN-1', 'sn-1', 'SN-2', 'SN-3'));
const uuid = fc.option(fc.constantFrom('4c4c4544-0001', '4C4C4544-0001', '4c4c4544-0002'));
const claim: fc.Arbitrary<HardwareClaim> = fc.record({
  platform: fc.constantFrom(...PLATFORMS),
  serial,
  uuid,
});
const known: fc.Arbitrary<KnownDevice> = fc.record({
  platform: fc.constantFrom(...PLATFORMS),
  serial,
  uuid,
  id: fc.uuid(),
  hostname: fc.constantFrom('', 'ada'),
  state: fc.constantFrom(...DEVICE_STATES),
  isReplaced: fc.boolean(),
  stateAt: fc.integer({ min: 0, max: 100 }),
  stateReason: fc.constantFrom('', 'it was quarantined: why'),
});
const token = fc.record({
  onConflict: fc.constantFrom('quarantine' as const, 'replace' as const),
  approval: fc.boolean(),
  createdAt: fc.integer({ min: 0, max: 100 }),
});
const admissions = fc.tuple(claim, token, fc.array(known, { maxLength: 5 }));

describe('the same hardware', () => {
  it('is told by serial or UUID in any case, on one platform, and never by what is missing', () => {
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        const isEqual = (x: string | null, y: string | null) =>
          x !== null && x.toLowerCase() === y?.toLowerCase();
        const expected =
          a.platform === b.platform && (isEqual(a.serial, b.serial) || isEqual(a.uuid, b.uuid));
        expect(sameHardware(a, b) !== null).toBe(expected);
        expect(sameHardware(b, a)).toBe(sameHardware(a, b));
      }),
    );
  });

  it.each([
    'To Be Filled By O.E.M.',
    'Default string',
    'System Serial Number',
    'Not Specified',
    'None',
    '0',
    '....',
    '0123456789',
    'INVALID',
    'Chassis Serial Number',
    '',
  ])('is never told by the placeholder %j, though an agent let it through', (placeholder) => {
    const hardware = { hostname: 'x', serial: placeholder, virtual: false, memory_bytes: 0, problems: [] };
    expect(identityOf(hardware).serial).toBeNull();
  });
});

describe('a newcomer', () => {
  it('is trusted only without a conflict, or with leave to replace every device that it is in conflict with', () => {
    fc.assert(
      fc.property(admissions, ([newcomer, permit, fleet]) => {
        const { state, conflicts, replaces } = decideAdmission(newcomer, permit, fleet);
        const hasLeft = ({ state, stateReason, stateAt }: KnownDevice) =>
          state === 'unenrolled' &&
          (stateReason === '' || permit.onConflict === 'replace' || permit.createdAt > stateAt);
        const disputed = fleet.filter(
          (device) => !hasLeft(device) && !device.isReplaced && sameHardware(newcomer, device),
        );
        expect(conflicts.map(({ otherId }) => otherId)).toEqual(disputed.map(({ id }) => id));
        if (state === 'active') expect(replaces).toEqual(disputed.map(({ id }) => id));
        else expect(replaces).toEqual([]);
        if (replaces.length > 0) expect(permit.onConflict).toBe('replace');
        expect(state === 'pending').toBe(permit.approval);
      }),
      { numRuns: 2000 },
    );
  });

  it('never comes in by a token that is older than the revocation of its machine', () => {
    fc.assert(
      fc.property(admissions, ([newcomer, permit, fleet]) => {
        const isBarred = fleet.some(
          (device) =>
            device.state === 'revoked' &&
            !device.isReplaced &&
            sameHardware(newcomer, device) &&
            permit.createdAt <= device.stateAt,
        );
        if (isBarred) expect(decideAdmission(newcomer, permit, fleet).state).not.toBe('active');
      }),
      { numRuns: 2000 },
    );
  });
});

it('a machine that left out of quarantine comes back by a new join string, or by one that permits to replace', () => {
  const machine = { platform: 'linux', serial: 'SN-1', uuid: null } as const;
  const left = {
    ...machine,
    id: 'd',
    hostname: '',
    state: 'unenrolled',
    isReplaced: false,
    stateAt: 5,
  } as const;
  const admission = (createdAt: number, onConflict: 'quarantine' | 'replace', stateReason: string) =>
    decideAdmission(machine, { onConflict, approval: false, createdAt }, [{ ...left, stateReason }]).state;
  expect(admission(4, 'quarantine', 'it was quarantined: why')).toBe('quarantined');
  expect(admission(6, 'quarantine', 'it was quarantined: why')).toBe('active');
  expect(admission(4, 'replace', 'it was quarantined: why')).toBe('active');
  expect(admission(4, 'quarantine', '')).toBe('active');
});

describe('a known key', () => {
  it('on other hardware is a conflict; hardware that is told less or more of is none', () => {
    fc.assert(
      fc.property(claim, claim, (before, now) => {
        const conflict = movedHardware(before, now);
        const told = [before.serial && now.serial, before.uuid && now.uuid].some(Boolean);
        if (!told) expect(conflict).toBeNull();
        expect(movedHardware(before, before)).toBeNull();
      }),
    );
    const machine = { platform: 'linux', serial: 'SN-1', uuid: null } as const;
    expect(movedHardware(machine, { ...machine, serial: 'SN-2' })?.kind).toBe('hardware_changed');
  });

  it('is rolled back exactly when it knows less, or something else of the same number, than the collector', () => {
    const digest = fc.constantFrom(Buffer.alloc(32, 1), Buffer.alloc(32, 2));
    const told = fc.option(fc.record({ number: fc.integer({ min: 1, max: 5 }), digest }));
    const has = fc.record({ number: fc.integer({ min: 0, max: 5 }), digest });
    fc.assert(
      fc.property(told, has, (last, stored) => {
        const conflict = rolledBack(last, stored.number === 0 ? { number: 0, digest: null } : stored);
        const number = last?.number ?? 0;
        const differs = last !== null && number === stored.number && !last.digest.equals(stored.digest);
        expect(conflict?.kind ?? null).toBe(
          number < stored.number ? 'number_rolled_back' : differs ? 'number_reused' : null,
        );
      }),
    );
  });
});
