import { randomBytes } from 'node:crypto';
import { ERRORS } from '@assay/shared';
import type { DeviceDetail } from '@assay/shared/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSigner, signHello } from '../helpers/raw-agent.ts';
import { openRawConnection } from '../helpers/raw-connection.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

let world: LifecycleWorld;
beforeAll(async () => {
  world = await startLifecycleWorld();
});
afterAll(() => world?.close());

const kinds = ({ device }: DeviceDetail) => device.conflicts.map(({ kind }) => kind);
const sumOf = ({ assessment }: DeviceDetail) =>
  (assessment?.checks ?? []).reduce((sum, { points }) => sum + points, assessment?.cap?.points ?? 0);
let serials = 0;
const newSerial = () => `SN-${++serials}`;
const conflictOf = async (id: string) => (await world.detail(id)).device.conflicts[0]?.id;

describe('a machine that comes back with another key', () => {
  it('is quarantined; both are shown, and its perfect posture is capped with the reason', async () => {
    const serial = newSerial();
    const first = await world.join({ serial });
    await world.report(first, 1, serial);
    const second = await world.join({ serial: serial.toLowerCase() });
    expect([first.state, second.state]).toEqual(['active', 'quarantined']);
    await world.report(second, 1, serial);

    const [before, newcomer] = await Promise.all([
      world.detail(first.deviceId),
      world.detail(second.deviceId),
    ]);
    expect(kinds(before)).toEqual(['same_hardware']);
    expect(before.device).toMatchObject({ state: 'active', tier: 'trusted' });
    expect(newcomer.device).toMatchObject({ state: 'quarantined', tier: 'untrusted' });
    expect(kinds(newcomer)).toEqual(['same_hardware']);
    expect(newcomer.assessment).toMatchObject({
      cap: { check: 'enrollment', limit: 49 },
      restriction: { state: 'quarantined', explain: expect.stringContaining('known under another key') },
    });
    expect(sumOf(newcomer)).toBe(newcomer.assessment?.score);
  });

  it('takes the place of the old one when an administrator keeps it', async () => {
    const serial = newSerial();
    const old = await world.join({ serial });
    const session = await world.report(old, 1, serial);
    const fresh = await world.join({ serial });
    await world.report(fresh, 1, serial);

    const id = await conflictOf(fresh.deviceId);
    expect((await world.call('POST', `/conflicts/${id}/resolve`, { resolution: 'keep_this' })).status).toBe(
      204,
    );

    expect(await session.connection.ended).toMatchObject({
      code: ERRORS.device_revoked.close,
      reason: 'device_revoked',
    });
    expect((await world.detail(old.deviceId)).device).toMatchObject({
      state: 'revoked',
      tier: 'untrusted',
      conflicts: [],
    });
    expect((await world.detail(fresh.deviceId)).device).toMatchObject({
      state: 'active',
      tier: 'trusted',
      conflicts: [],
    });
    expect((await world.call('POST', `/conflicts/${id}/resolve`, { resolution: 'keep_this' })).status).toBe(
      400,
    );
  });

  it('is let in beside the old one, or revoked, as an administrator decides', async () => {
    const serial = newSerial();
    const old = await world.join({ serial });
    const both = await world.join({ serial });
    await world.call('POST', `/conflicts/${await conflictOf(both.deviceId)}/resolve`, {
      resolution: 'keep_both',
    });
    expect((await world.detail(both.deviceId)).device).toMatchObject({ state: 'active', conflicts: [] });

    const third = await world.join({ serial });
    const flagged = (await world.detail(third.deviceId)).device.conflicts;
    expect(flagged.map(({ otherId }) => otherId).sort()).toEqual([old.deviceId, both.deviceId].sort());
    await world.call('POST', `/conflicts/${flagged[0]?.id}/resolve`, { resolution: 'keep_other' });
    expect((await world.detail(third.deviceId)).device).toMatchObject({ state: 'revoked', conflicts: [] });
    expect((await world.detail(old.deviceId)).device).toMatchObject({ state: 'active', conflicts: [] });
  });

  it('replaces the old one at once where the token permits it', async () => {
    const serial = newSerial();
    const old = await world.join({ serial });
    const session = await world.report(old, 1, serial);
    const token = await world.issue({ onConflict: 'replace' });
    const fresh = await world.join({ serial, token });
    expect(fresh.state).toBe('active');
    expect((await session.connection.ended).reason).toBe('device_revoked');
    expect((await world.detail(old.deviceId)).device).toMatchObject({ state: 'revoked', conflicts: [] });
    expect((await world.detail(fresh.deviceId)).device).toMatchObject({ state: 'active', conflicts: [] });
  });

  it('does not come back on a token from before it was revoked, whatever that permits', async () => {
    const serial = newSerial();
    const token = await world.issue({ onConflict: 'replace', uses: 5 });
    const stolen = await world.join({ serial, token });
    await world.call('POST', `/devices/${stolen.deviceId}/revoke`, { reason: 'stolen' });
    expect((await world.join({ serial, token })).state).toBe('quarantined');
  });

  it('is no conflict when its serial is a placeholder, or there is none', async () => {
    for (const serial of [
      'To Be Filled By O.E.M.',
      'Default string',
      '0',
      '........',
      '0123456789',
      'INVALID',
    ]) {
      await world.join({ serial });
      const second = await world.join({ serial });
      expect([serial, second.state]).toEqual([serial, 'active']);
      expect((await world.detail(second.deviceId)).device).toMatchObject({ serial: null, conflicts: [] });
    }
    const uuid = '03000200-0400-0500-0006-000700080009';
    await world.join({ uuid });
    expect((await world.join({ uuid })).state).toBe('active');
  });
});

it('a cut-off enrollment is answered again: the same key with the same token is the same device', async () => {
  const token = await world.issue({ uses: 1 });
  const signer = newSigner();
  const first = await world.join({ token, signer });
  expect((await world.join({ token, signer })).deviceId).toBe(first.deviceId);
});

it('a device that asks for approval is judged, stays untrusted, and is trusted once approved', async () => {
  const device = await world.join({ token: await world.issue({ approval: true }) });
  expect(device.state).toBe('pending');
  const session = await world.report(device, 1);
  const waiting = await world.detail(device.deviceId);
  expect(waiting.device).toMatchObject({ state: 'pending', tier: 'untrusted' });
  expect(waiting.assessment?.checks.filter(({ outcome }) => outcome === 'fail')).toEqual([]);

  expect((await world.call('POST', `/devices/${device.deviceId}/approve`)).status).toBe(204);
  expect((await world.detail(device.deviceId)).device).toMatchObject({ state: 'active', tier: 'trusted' });
  // The agent is asked to report, and so hears of it.
  expect(await session.connection.expect('command')).toMatchObject({ command: 'recheck' });
  expect((await world.call('POST', `/devices/${device.deviceId}/approve`)).status).toBe(400);
});

describe('a copy of a device', () => {
  it('that is live at the same time from another boot quarantines it, and the newest session wins', async () => {
    const device = await world.join({});
    const here = await world.report(device, 1);
    const there = await openRawConnection(world.door);
    there.send({ type: 'hello', envelope: await signHello(there, device, { bootId: 'another boot' }) });
    await there.expect('welcome');
    expect((await here.connection.ended).reason).toBe('superseded');
    const flagged = await world.until(device.deviceId, ({ device }) => device.state === 'quarantined');
    expect(kinds(flagged)).toEqual(['two_places']);

    const { status } = await world.call('POST', `/conflicts/${await conflictOf(device.deviceId)}/resolve`, {
      resolution: 'keep_both',
    });
    expect(status).toBe(400);
    await world.call('POST', `/conflicts/${await conflictOf(device.deviceId)}/resolve`, {
      resolution: 'keep_this',
    });
    expect((await world.detail(device.deviceId)).device).toMatchObject({
      state: 'active',
      tier: 'trusted',
      conflicts: [],
    });
  });

  it('is no copy when the same boot comes back while its old connection still hangs', async () => {
    const device = await world.join({});
    const before = await world.report(device, 1);
    await world.report(device, 2);
    expect((await before.connection.ended).reason).toBe('superseded');
    expect((await world.detail(device.deviceId)).device).toMatchObject({ state: 'active', conflicts: [] });
  });

  it.each([
    [
      'whose last report is older than the collector has',
      'number_rolled_back',
      { number: 3, digest: randomBytes(32) },
    ],
    ['that never reported', 'number_rolled_back', null],
    [
      'that signed another report of the same number',
      'number_reused',
      { number: 4, digest: randomBytes(32) },
    ],
  ])('%s is flagged', async (_, kind, lastReport) => {
    const device = await world.join({});
    await (await world.report(device, 4)).close();
    const connection = await openRawConnection(world.door);
    connection.send({ type: 'hello', envelope: await signHello(connection, device, { lastReport }) });
    const { assessment } = await connection.expect('welcome');
    expect(assessment).toMatchObject({ tier: 'untrusted', findings: [{ check: 'enrollment' }] });
    expect(kinds(await world.detail(device.deviceId))).toEqual([kind]);
  });

  it('on other hardware, or with the serial of another device, is flagged with its report', async () => {
    const [own, others] = [newSerial(), newSerial()];
    const other = await world.join({ serial: others });
    const device = await world.join({ serial: own });
    await (await world.report(device, 1, own)).close();
    expect(kinds(await world.detail(device.deviceId))).toEqual([]);
    await world.report(device, 2, others);
    const flagged = await world.detail(device.deviceId);
    expect(kinds(flagged).sort()).toEqual(['claimed_hardware', 'hardware_changed']);
    expect(flagged.device).toMatchObject({ state: 'quarantined', tier: 'untrusted' });
    expect(kinds(await world.detail(other.deviceId))).toEqual(['claimed_hardware']);
    expect((await world.detail(other.deviceId)).device.state).toBe('active');
  });

  it('is flagged, but not quarantined, where the token permits to replace', async () => {
    const device = await world.join({ token: await world.issue({ onConflict: 'replace' }) });
    await (await world.report(device, 4)).close();
    const connection = await openRawConnection(world.door);
    connection.send({ type: 'hello', envelope: await signHello(connection, device, { lastReport: null }) });
    await connection.expect('welcome');
    const { device: flagged } = await world.detail(device.deviceId);
    expect(flagged).toMatchObject({
      state: 'active',
      tier: 'trusted',
      conflicts: [{ kind: 'number_rolled_back' }],
    });
  });
});

it('what a copy is told names no other device, no address and no host', async () => {
  const serial = newSerial();
  const first = await world.join({ serial });
  await world.report(first, 1, serial);
  const copy = await world.join({ serial });
  await world.report(copy, 1, serial);
  const { assessment } = await world.detail(copy.deviceId);
  const told = JSON.stringify(assessment?.restriction);
  for (const secret of [first.deviceId, 'test-laptop', '127.0.0.1', serial])
    expect(told).not.toContain(secret);
});
