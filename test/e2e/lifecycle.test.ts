import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  type CollectorMessage,
  ERRORS,
  type ErrorCode,
  encodeRotation,
  encodeRotationProof,
  encodeUnenrollment,
  parseJoinString,
  type Rotation,
  type RotationProof,
  type Signer,
  signEnvelope,
} from '@assay/shared';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { posture } from '../helpers/posture.ts';
import {
  newSigner,
  openRawSession,
  type RawDevice,
  type RawSession,
  signHello,
} from '../helpers/raw-agent.ts';
import { openRawConnection } from '../helpers/raw-connection.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

const COLLECTOR = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));

let world: LifecycleWorld;
// biome-ignore lint/suspicious/noExplicitAny: what was told is looked into freely here
let told: { type: string; data: Record<string, any> }[] = [];
const hook = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  told.push(JSON.parse(body));
  response.end();
});

beforeAll(async () => {
  world = await startLifecycleWorld();
  hook.listen(0, '127.0.0.1');
  await once(hook, 'listening');
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  const { status } = await world.call('POST', '/targets', { name: 'hook', kind: 'webhook', config: { url } });
  expect(status).toBe(201);
});
afterAll(async () => {
  hook.close();
  await world?.close();
});
beforeEach(() => {
  told = [];
});

const titles = async (id: string) => (await world.timeline(id)).map(({ title }) => title);
const toldOf = async (id: string, type: string) => {
  await expect
    .poll(() => told.filter((event) => event.type === type && event.data.device.id === id))
    .toHaveLength(1);
  return told.find((event) => event.type === type && event.data.device.id === id);
};

describe('revoking', () => {
  it('ends the session, tells its agent why, lowers the tier and tells every target, once', async () => {
    const device = await world.join({});
    const session = await world.report(device, 1);
    expect(
      (await world.call('POST', `/devices/${device.deviceId}/revoke`, { reason: 'lost in a train' })).status,
    ).toBe(204);

    expect(await session.connection.ended).toMatchObject({
      code: ERRORS.device_revoked.close,
      refusal: { code: 'device_revoked', retry: false, message: expect.stringContaining('lost in a train') },
    });
    const { device: revoked, assessment, cause } = await world.detail(device.deviceId);
    expect(revoked).toMatchObject({ state: 'revoked', stateReason: 'lost in a train', tier: 'untrusted' });
    expect(assessment).toMatchObject({ cap: { check: 'enrollment' }, restriction: { state: 'revoked' } });
    expect(cause).toMatchObject({ kind: 'admin', text: 'admin token revoked the device: lost in a train.' });
    expect(await titles(device.deviceId)).toContain('Revoked');
    expect((await toldOf(device.deviceId, 'device.revoked'))?.data).toMatchObject({
      cause: { kind: 'admin' },
      previous: { tier: 'trusted' },
      current: { tier: 'untrusted', compliant: false },
    });
    expect(told.at(-2)).toMatchObject({
      type: 'device.tier_changed',
      data: { current: { tier: 'untrusted' } },
    });

    const again = await openRawConnection(world.door);
    again.send({ type: 'hello', envelope: await signHello(again, device) });
    expect((await again.ended).reason).toBe('device_revoked');
  });

  it('needs a reason, and a device', async () => {
    const { deviceId } = await world.join({});
    expect((await world.call('POST', `/devices/${deviceId}/revoke`, { reason: '' })).status).toBe(400);
    expect((await world.call('POST', '/devices/nobody/revoke', { reason: 'x' })).status).toBe(404);
    expect((await world.detail(deviceId)).device.state).toBe('active');
  });
});

it('another owner is an event, told with both owners, and moves no verdict', async () => {
  const device = await world.join({ token: await world.issue({ owner: 'ada@example.com' }) });
  await world.report(device, 1);
  const owner = { owner: 'grace@example.com' };
  expect((await world.call('PUT', `/devices/${device.deviceId}/owner`, owner)).status).toBe(204);
  expect((await world.detail(device.deviceId)).device).toMatchObject({ ...owner, tier: 'trusted' });
  expect(await titles(device.deviceId)).toContain('Owner changed');
  expect((await toldOf(device.deviceId, 'device.owner_changed'))?.data.device).toMatchObject({
    ...owner,
    previousOwner: 'ada@example.com',
  });
  expect(
    (await world.call('PUT', `/devices/${device.deviceId}/owner`, { owner: 'nobody in particular' })).status,
  ).toBe(400);
});

/** A rotation with the fields that a test wants otherwise. */
async function rotate(
  { connection }: RawSession,
  { deviceId, signer }: RawDevice,
  next: Signer,
  {
    fields = {},
    proof = {},
    voucher = signer,
    prover = next,
  }: {
    fields?: Partial<Rotation>;
    proof?: Partial<RotationProof>;
    voucher?: Signer;
    prover?: Signer;
  } = {},
): Promise<void> {
  const { nonce, collectorId } = connection.challenge;
  const proven = encodeRotationProof({ deviceId, nonce, oldKeyId: signer.publicKey.keyId, ...proof });
  const payload = encodeRotation({
    ...{ deviceId, nonce, collectorId, publicKey: next.publicKey.spki, keyStorage: 'file' },
    proof: await signEnvelope('rotation-proof', proven, prover),
    ...fields,
  });
  connection.send({ type: 'rotate', envelope: await signEnvelope('rotation', payload, voucher) });
}

describe('a new key', () => {
  it('takes the place of the old one within the session; the old one opens nothing any more, and is flagged', async () => {
    const device = await world.join({});
    const next = newSigner();
    const session = await world.report(device, 1);
    await rotate(session, device, next);
    const { keyId } = (await session.connection.expect('rotated')) as CollectorMessage & { type: 'rotated' };
    expect(Buffer.from(keyId)).toEqual(next.publicKey.keyId);
    await session.close();

    const renewed = { ...device, signer: next };
    await (await world.report(renewed, 2)).close();
    expect((await world.detail(device.deviceId)).evidence.keyId).toBe(
      next.publicKey.keyId.toString('base64url'),
    );
    expect(await titles(device.deviceId)).toContain('Device key replaced');

    const stale = await openRawConnection(world.door);
    stale.send({ type: 'hello', envelope: await signHello(stale, device) });
    expect((await stale.ended).reason).toBe('key_retired');
    const { device: flagged } = await world.detail(device.deviceId);
    expect(flagged).toMatchObject({ state: 'active', conflicts: [{ kind: 'retired_key' }] });
  });

  /** A device with a new key, and somebody who came with its old one. */
  const withOldKeySeen = async (joined: RawDevice): Promise<RawDevice> => {
    const next = newSigner();
    const session = await openRawSession(world.door, joined);
    await rotate(session, joined, next);
    await session.connection.expect('rotated');
    await session.close();
    const stale = await openRawConnection(world.door);
    stale.send({ type: 'hello', envelope: await signHello(stale, joined) });
    expect((await stale.ended).reason).toBe('key_retired');
    return { ...joined, signer: next };
  };

  it('is approved whatever came with the old one meanwhile', async () => {
    const joined = await world.join({ token: await world.issue({ approval: true }) });
    const { deviceId } = await withOldKeySeen(joined);
    expect((await world.detail(deviceId)).device.conflicts).toMatchObject([{ kind: 'retired_key' }]);
    expect((await world.call('POST', `/devices/${deviceId}/approve`)).status).toBe(204);
    expect((await world.detail(deviceId)).device).toMatchObject({ state: 'active', stateReason: '' });
  });

  it('leaves quarantine with the last conflict that keeps it there, which one over an old key does not', async () => {
    const device = await withOldKeySeen(await world.join({}));
    await (await world.report(device, 4)).close();
    const copy = await openRawConnection(world.door);
    copy.send({ type: 'hello', envelope: await signHello(copy, device, { lastReport: null }) });
    await copy.expect('welcome');
    const { conflicts, state } = (await world.detail(device.deviceId)).device;
    expect([state, conflicts.map(({ kind }) => kind).sort()]).toEqual([
      'quarantined',
      ['number_rolled_back', 'retired_key'],
    ]);
    const rolledBack = conflicts.find(({ kind }) => kind === 'number_rolled_back');
    const decided = await world.call('POST', `/conflicts/${rolledBack?.id}/resolve`, {
      resolution: 'keep_this',
    });
    expect(decided.status).toBe(204);
    expect((await world.detail(device.deviceId)).device).toMatchObject({
      ...{ state: 'active', tier: 'trusted' },
      conflicts: [{ kind: 'retired_key' }],
    });
  });

  const ATTACKS: [string, ErrorCode, (session: RawSession, device: RawDevice) => Promise<void>][] = [
    [
      'that nobody vouches for',
      'signature_invalid',
      (s, d) => rotate(s, d, newSigner(), { voucher: newSigner() }),
    ],
    [
      'that vouches for itself',
      'signature_invalid',
      (s, d) => {
        const next = newSigner();
        return rotate(s, d, next, { voucher: next });
      },
    ],
    [
      'whose possession is not proven',
      'signature_invalid',
      (s, d) => rotate(s, d, newSigner(), { prover: newSigner() }),
    ],
    [
      'proven for another device',
      'report_mismatch',
      (s, d) => rotate(s, d, newSigner(), { proof: { deviceId: 'other' } }),
    ],
    [
      'proven for another session',
      'challenge_mismatch',
      (s, d) => rotate(s, d, newSigner(), { proof: { nonce: Buffer.alloc(32) } }),
    ],
    [
      'proven against another old key',
      'signature_invalid',
      (s, d) => rotate(s, d, newSigner(), { proof: { oldKeyId: Buffer.alloc(32) } }),
    ],
    [
      'of a rotation from another session',
      'challenge_mismatch',
      (s, d) => rotate(s, d, newSigner(), { fields: { nonce: Buffer.alloc(32) } }),
    ],
    [
      'in the name of another device',
      'report_mismatch',
      (s, d) => rotate(s, d, newSigner(), { fields: { deviceId: 'other' } }),
    ],
    [
      'that is no key',
      'key_unsupported',
      (s, d) => rotate(s, d, newSigner(), { fields: { publicKey: Buffer.alloc(91) } }),
    ],
    [
      'that belongs to another device',
      'key_already_enrolled',
      async (s, d) => rotate(s, d, (await world.join({})).signer),
    ],
    ['that is the old one', 'key_already_enrolled', (s, d) => rotate(s, d, d.signer)],
  ];
  it.each(ATTACKS)('%s is refused as %s, and the old one stays', async (_, code, attack) => {
    const device = await world.join({});
    const session = await openRawSession(world.door, device);
    await attack(session, device);
    expect((await session.connection.ended).reason).toBe(code);
    await world.report(device, 1);
    expect((await world.detail(device.deviceId)).device).toMatchObject({ state: 'active', tier: 'trusted' });
  });
});

describe('an agent that leaves', () => {
  const leave = async (device: RawDevice, signer = device.signer) => {
    const connection = await openRawConnection(world.door);
    const payload = encodeUnenrollment({ deviceId: device.deviceId, ...connection.challenge });
    connection.send({ type: 'unenroll', envelope: await signEnvelope('unenrollment', payload, signer) });
    return connection;
  };

  it('is gone: its session ends, targets are told, asking twice is fine, and its place is free', async () => {
    const device = await world.join({ serial: 'LEAVING' });
    const session = await world.report(device, 1, 'LEAVING');
    await (await leave(device)).expect('unenrolled');
    expect((await session.connection.ended).reason).toBe('device_unenrolled');
    expect((await world.detail(device.deviceId)).device).toMatchObject({
      state: 'unenrolled',
      tier: 'untrusted',
    });
    await toldOf(device.deviceId, 'device.unenrolled');
    await (await leave(device)).expect('unenrolled');
    expect(await world.join({ serial: 'LEAVING' })).toMatchObject({ state: 'active' });
  });

  it('disputes nobody’s place any more', async () => {
    const stays = await world.join({ serial: 'DISPUTED' });
    const leaves = await world.join({ serial: 'DISPUTED' });
    expect((await world.detail(stays.deviceId)).device.conflicts).toHaveLength(1);
    await (await leave(leaves)).expect('unenrolled');
    expect((await world.detail(stays.deviceId)).device.conflicts).toEqual([]);
    expect((await world.detail(leaves.deviceId)).device.conflicts).toEqual([]);
  });

  it('out of quarantine does not come back as another device on the join string of before', async () => {
    const token = await world.issue({ uses: 3 });
    const device = await world.join({ serial: 'COPIED', token });
    await (await world.report(device, 1, 'COPIED')).close();
    await (await openRawSession(world.door, { ...device, lastReport: null })).close();
    expect((await world.detail(device.deviceId)).device.state).toBe('quarantined');
    await (await leave(device)).expect('unenrolled');
    expect(await world.join({ serial: 'COPIED', token })).toMatchObject({ state: 'quarantined' });
    expect(
      await world.join({ serial: 'COPIED', token: await world.issue({ onConflict: 'replace' }) }),
    ).toMatchObject({
      state: 'active',
    });
  });

  it('must be that device, and cannot shed being revoked', async () => {
    const device = await world.join({});
    expect((await (await leave(device, newSigner())).ended).reason).toBe('signature_invalid');
    await world.call('POST', `/devices/${device.deviceId}/revoke`, { reason: 'stolen' });
    expect((await (await leave(device)).ended).reason).toBe('device_revoked');
    expect((await world.detail(device.deviceId)).device.state).toBe('revoked');
  });
});

it('a report that waits behind the revocation is not accepted any more', async () => {
  const device = await world.join({});
  const session = await world.report(device, 1);
  const revoked = world.call('POST', `/devices/${device.deviceId}/revoke`, { reason: 'now' });
  const envelope = await session.signReport({ number: 2, signals: posture({ encrypted: true }) });
  await revoked;
  session.connection.send({ type: 'report', envelope });
  expect((await session.connection.ended).reason).toBe('device_revoked');
  expect((await world.detail(device.deviceId)).evidence.lastReportNumber).toBe(1);
});

describe('the command line', () => {
  const collector = async (args: string[]) => {
    const dataDir = join(dirname(world.collector.caFile), '..');
    const child = promisify(execFile)(process.execPath, [
      COLLECTOR,
      ...args,
      '--data-dir',
      dataDir,
      '--url',
      world.door.url,
    ]);
    child.child.stdin?.end();
    return (await child).stdout;
  };

  it('makes tokens that ask for approval, and lets nobody use an expired one', async () => {
    const { id, joinString } = JSON.parse(
      await collector(['token', 'create', '--approval', '--uses', '4', '--json']),
    );
    const { token } = parseJoinString(joinString);
    const join = () => world.join({ token, serial: 'SN-APPROVED' });
    const device = await world.join({ token });
    expect(device.state).toBe('pending');
    expect(await collector(['device', 'approve', device.deviceId])).toBe('Approved.\n');
    expect((await world.detail(device.deviceId)).device.state).toBe('active');
    const [, disputed] = [await join(), await join()];
    expect(await collector(['device', 'approve', disputed.deviceId])).toMatch(
      /^Approved, but still untrusted\. This device is quarantined, .*known under another key\.\n$/,
    );

    expect(await collector(['token', 'expire', id])).toBe('Expired.\n');
    await expect(world.join({ token })).rejects.toThrow('token has expired');
  });

  it('gives away, asks for a new key, resolves, and revokes only when it is meant', async () => {
    const old = await world.join({ serial: 'SN-CLI' });
    await world.report(old, 1, 'SN-CLI');
    const { deviceId } = await world.join({ serial: 'SN-CLI' });
    expect(await collector(['device', 'list', '--search', 'SN-CLI'])).toMatch(
      /\[quarantined\] {2}\[1 in conflict\]/,
    );
    await collector(['device', 'resolve', deviceId, 'keep-both']);
    expect((await world.detail(deviceId)).device.state).toBe('active');
    await collector(['device', 'set-owner', deviceId, 'ada@example.com']);
    expect((await world.detail(deviceId)).device.owner).toBe('ada@example.com');
    expect(await collector(['device', 'rotate-key', deviceId])).toContain('Not connected');
    expect(await collector(['device', 'rotate-key', old.deviceId])).toContain('Asked');

    await expect(collector(['device', 'revoke', deviceId, '--reason', 'lost'])).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Nothing was done'),
    });
    expect((await world.detail(deviceId)).device.state).toBe('active');
    await collector(['device', 'revoke', deviceId, '--reason', 'lost', '--yes']);
    expect((await world.detail(deviceId)).device).toMatchObject({ state: 'revoked', stateReason: 'lost' });
    expect(await collector(['device', 'why', deviceId])).toContain('revoked this device: lost.');
    expect(await collector(['device', 'why', old.deviceId])).toContain('trusted');
    // Nine processes, one after the other.
  }, 120_000);
});
