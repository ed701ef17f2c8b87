import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Chooser, chooseUpdate, type Offer, toOffer } from './choose.ts';
import { isNewer, placeInRollout } from './version.ts';

const chooser: Chooser = {
  ...{ running: '1.2.3', platform: 'linux', arch: 'x64', form: 'executable' },
  ...{ deviceId: 'device', pin: null },
  isBarred: () => false,
};
const offer = (version: string, fields: Partial<Offer> = {}): Offer => ({
  ...{ path: `assay-agent-${version}`, version, platform: 'linux', arch: 'x64' },
  ...{ form: 'executable' as const, rollout: 100 },
  ...fields,
});
const chosen = (offers: Offer[], fields: Partial<Chooser> = {}) =>
  chooseUpdate(offers, { ...chooser, ...fields })?.version ?? null;

describe('which version a device takes', () => {
  test('the newest, by number and not by spelling', () => {
    expect(chosen([offer('1.2.4'), offer('1.10.0'), offer('1.9.9')])).toBe('1.10.0');
  });

  test('never an older one, nor the one that runs, pinned or not', () => {
    for (const version of ['1.2.3', '1.2.2', '0.9.9']) {
      expect(chosen([offer(version)])).toBeNull();
      expect(chosen([offer(version)], { pin: version })).toBeNull();
    }
  });

  test('none for another platform or architecture', () => {
    expect(chosen([offer('2.0.0', { platform: 'windows' }), offer('2.0.0', { arch: 'arm64' })])).toBeNull();
  });

  test('a bundle where a runtime is installed beside one, an executable elsewhere', () => {
    const offers = [offer('2.0.0', { form: 'bundle' }), offer('1.5.0')];
    expect(chosen(offers)).toBe('1.5.0');
    expect(chosen(offers, { form: 'bundle' })).toBe('2.0.0');
  });

  test('none that failed here; then the newest of the others', () => {
    expect(chosen([offer('2.0.0'), offer('1.5.0')], { isBarred: (version) => version === '2.0.0' })).toBe(
      '1.5.0',
    );
  });

  test('pinned, that one and no other, whoever it is rolled out to', () => {
    const offers = [offer('1.5.0', { rollout: 0 }), offer('2.0.0')];
    expect(chosen(offers, { pin: '1.5.0' })).toBe('1.5.0');
    expect(chosen(offers, { pin: '1.7.0' })).toBeNull();
  });

  test('whatever is offered, it is newer than what runs and meant for this device', () => {
    const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((numbers) => numbers.join('.'));
    const offers = fc.array(fc.tuple(version, fc.nat(100)).map(([v, rollout]) => offer(v, { rollout })));
    fc.assert(
      fc.property(offers, version, fc.uuid(), (all, running, deviceId) => {
        const found = chooseUpdate(all, { ...chooser, running, deviceId });
        if (!found) return true;
        return isNewer(found.version, running) && placeInRollout(deviceId, found.version) < found.rollout;
      }),
    );
  });
});

describe('a rollout', () => {
  const devices = Array.from({ length: 4000 }, (_, index) => `device-${index}`);
  const reached = (version: string, rollout: number) =>
    devices.filter((device) => placeInRollout(device, version) < rollout);

  test('reaches about as many devices as it says, and nobody at 0', () => {
    expect(reached('2.0.0', 0)).toEqual([]);
    expect(reached('2.0.0', 100)).toHaveLength(devices.length);
    for (const rollout of [1, 10, 50]) {
      const share = (reached('2.0.0', rollout).length / devices.length) * 100;
      expect(Math.abs(share - rollout)).toBeLessThan(2.5);
    }
  });

  test('keeps whoever it has reached when it grows', () => {
    const later = new Set(reached('2.0.0', 30));
    for (const device of reached('2.0.0', 10)) expect(later).toContain(device);
  });

  test('begins with others at the next version', () => {
    const first = new Set(reached('2.0.0', 10));
    const again = reached('2.0.1', 10).filter((device) => first.has(device));
    expect(again.length).toBeLessThan(first.size / 2);
  });
});

test.each([
  null,
  'text',
  {},
  { version: '1.0', platform: 'linux', arch: 'x64', rollout: 1 },
  { version: '1.0.0', platform: 'linux', arch: 'x64' },
  { version: '1.0.0', platform: 'linux', arch: 'x64', rollout: 101 },
  { version: '1.0.0', platform: 'linux', arch: 'x64', rollout: Number.NaN },
  { version: '1.0.0', platform: 'linux', arch: 'x64', rollout: 1, form: 'patch' },
  { version: '../1.0.0', platform: 'linux', arch: 'x64', rollout: 1 },
])('a target that says %j of itself is no offer', (custom) => {
  expect(toOffer('path', custom)).toBeNull();
});
