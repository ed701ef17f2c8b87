import { afterAll, beforeAll, expect, it } from 'vitest';
import { posture } from '../helpers/posture.ts';
import type { RawSession } from '../helpers/raw-agent.ts';
import type { Receiver } from '../receivers/receiver.ts';
import { type ReceivedSet, startSsfReceiver } from '../receivers/ssf-receiver.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

let world: LifecycleWorld;
let idp: Receiver<ReceivedSet>;
const sessions: RawSession[] = [];

beforeAll(async () => {
  world = await startLifecycleWorld();
  idp = await startSsfReceiver({
    ...{ issuer: world.door.url, audience: 'https://idp.example', ca: world.door.ca },
    jwksUri: `${world.door.url}/ssf/jwks.json`,
  });
});
afterAll(async () => {
  for (const session of sessions) await session.close();
  await idp?.close();
  await world?.close();
});

it('an identity provider that is connected to a running fleet hears how every device is', async () => {
  const good = await world.join({ serial: 'A1' });
  const token = await world.issue({ approval: true });
  const kept = await world.join({ serial: 'A2', token });
  const gone = await world.join({ serial: 'A3' });
  for (const [device, serial] of [
    [good, 'A1'],
    [kept, 'A2'],
    [gone, 'A3'],
  ] as const)
    sessions.push(await world.report(device, 1, serial));
  await world.call('POST', `/devices/${gone.deviceId}/revoke`, { reason: 'stolen' });

  const config = { endpoint_url: idp.url, aud: 'https://idp.example' };
  const added = await world.call('POST', '/targets', { name: 'idp', kind: 'ssf', config });
  expect(added.status).toBe(201);
  const heard = () =>
    idp.accepted
      .map(({ event, claims, members }) => {
        const { device } = claims.sub_id as { device: { id: string } };
        const { current_status, current_level } = members as Record<string, string>;
        return `${device.id} ${event} ${current_status ?? current_level}`;
      })
      .sort();
  const expected = [
    `${good.deviceId} device-compliance-change compliant`,
    `${good.deviceId} risk-level-change LOW`,
    `${kept.deviceId} device-compliance-change not-compliant`,
    `${kept.deviceId} risk-level-change HIGH`,
  ].sort();
  await expect.poll(heard, { timeout: 20_000 }).toEqual(expected);

  // Once: the next report, which says the same, tells nobody.
  await sessions[0]?.report(2, posture({ encrypted: true, serial: 'A1' }));
  await world.detail(good.deviceId);
  expect(heard()).toEqual(expected);
});
