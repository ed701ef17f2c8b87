import { ok, unknown } from '@assay/shared';
import { beforeEach, expect, it } from 'vitest';
import { createDeviceWatch, type DeviceWatch } from './device-watch.ts';

let now = 0;
let watch: DeviceWatch;
beforeEach(() => {
  now = 1_000_000;
  watch = createDeviceWatch({ now: () => now }, 10);
});

it('counts an agent that is connected and says nothing for three intervals, until it is heard or gone', () => {
  watch.connected('a');
  watch.connected('b');
  now += 30_001;
  expect(watch.silent()).toBe(2);
  watch.heard('a');
  expect(watch.silent()).toBe(1);
  watch.gone('b');
  expect(watch.silent()).toBe(0);
});

it('does not count agents that are not connected: their evidence grows stale by policy', () => {
  watch.heard('a');
  now += 3_600_000;
  expect(watch.silent()).toBe(0);
});

it('counts devices with a probe that hangs or crashes, until a report without it', () => {
  const tpm = (reason: 'timeout' | 'permission') => ({ tpm: { ...unknown(reason, ''), observedAt: now } });
  watch.connected('a');
  watch.connected('b');
  watch.judged('a', tpm('timeout'));
  watch.judged('b', tpm('permission'));
  expect(watch.hanging()).toBe(1);
  // A laptop that is closed, or revoked for good, is nothing to look at; it may come back with an Unchanged.
  watch.gone('a');
  expect(watch.hanging()).toBe(0);
  watch.connected('a');
  expect(watch.hanging()).toBe(1);
  watch.judged('a', { tpm: { ...ok({ version: '2.0' }), observedAt: now } });
  expect(watch.hanging()).toBe(0);
});
