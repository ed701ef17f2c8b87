import { readFileSync } from 'node:fs';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SignInWorld, startSignInWorld } from './sign-in-world.ts';

const [ada, grace] = ['ada@example.com', 'grace@example.com'];
let world: SignInWorld;
let dispatcher: Agent;

beforeAll(async () => {
  world = await startSignInWorld({ alg: 'ES256' });
  dispatcher = new Agent({ connect: { ca: readFileSync(world.collector.caFile, 'utf8') } });
  await world.untilAllowed(true);
});
afterAll(async () => {
  await dispatcher?.close();
  await world?.close();
});

async function administer(method: string, action: string, body: unknown): Promise<void> {
  const { collector, agent } = world;
  const { status } = await fetch(`${collector.url}/api/v1/devices/${agent.deviceId}/${action}`, {
    dispatcher,
    method,
    headers: { authorization: `Bearer ${collector.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(status).toBe(204);
}
/** What moves a verdict, and that the device is gone, come one after the other. */
const untilAdaHasNone = () =>
  expect
    .poll(() => world.idp.decide(ada))
    .toMatchObject({ allowed: false, headline: 'No device of yours is known here.' });
const mayIn = () => [ada, grace].filter((email) => world.idp.decide(email).allowed);

it('a device that is given away lets in its new owner, and its old one no more', async () => {
  expect(mayIn()).toEqual([ada]);
  await administer('PUT', 'owner', { owner: grace });
  await expect.poll(mayIn).toEqual([grace]);
  await untilAdaHasNone();
});

it('a device that is taken from everybody lets in nobody, and one that is given again lets in again', async () => {
  await administer('PUT', 'owner', { owner: null });
  await expect.poll(mayIn).toEqual([]);
  await administer('PUT', 'owner', { owner: ada });
  await expect.poll(mayIn).toEqual([ada]);
});

it('a revoked device keeps its owner out, and does not stand in the way of their next one', async () => {
  await administer('POST', 'revoke', { reason: 'stolen' });
  await expect.poll(mayIn).toEqual([]);
  await untilAdaHasNone();
});
