import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyApplied, PolicyStatus, RolloutView } from '@assay/shared/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LENIENT, policyText } from '../helpers/policies.ts';
import { openPolicyWorld, type PolicyWorld } from '../helpers/policy-world.ts';
import { posture } from '../helpers/posture.ts';

// LENIENT asks for disk and firewall; this one asks for Secure Boot, too, which all devices of the test have at first.
const STRICTER = policyText('stricter', {
  disk: { pass: 'disk_encryption.system_volume.encrypted', required: true },
  firewall: { pass: 'firewall.enabled' },
  boot: { pass: 'secure_boot.enabled', required: true },
});
const good = posture({ encrypted: true });
const unbooted = { ...good };
delete unbooted.secure_boot;

let dataDir: string;
let world: PolicyWorld;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'assay-rollout-'));
  world = await openPolicyWorld(dataDir);
  await world.api.call('POST', '/policy/apply', { source: LENIENT, reason: 'the start' });
});
afterEach(async () => {
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const stage = (fields: object = {}) =>
  world.api.call<PolicyApplied>('POST', '/policy/apply', {
    ...{ source: STRICTER, reason: 'secure boot' },
    ...{ staged: { observeMs: null, warnMs: null, margin: 0, ...fields } },
  });
const advance = () => world.api.call<RolloutView>('POST', '/policy/rollout/advance');
const status = () => world.api.call<PolicyStatus>('GET', '/policy');
const tiers = async () => (await world.details()).map(({ assessment }) => assessment?.tier);

it('goes from observe over warn to enforce, and changes no verdict before', async () => {
  const [fine, broken] = await world.judgedDevices([good, unbooted]);
  const { rollout } = await stage({ margin: 0 }).catch((error) => {
    // One of two is more than a twentieth: it has to be said.
    expect(error.code).toBe('blast_radius_exceeded');
    return world.api.call<PolicyApplied>('POST', '/policy/apply', {
      ...{ source: STRICTER, reason: 'secure boot', allowUntrusted: 1 },
      ...{ staged: { observeMs: null, warnMs: null, margin: 0 } },
    });
  });
  expect(rollout).toMatchObject({ stage: 'observe', state: 'running', planned: 1, limit: 1 });
  const boot = (excuse: string | undefined) =>
    vi.waitFor(
      async () => {
        const found = (await world.detail(broken)).assessment?.checks.find(({ check }) => check === 'boot');
        expect(found?.stage).toBe(excuse);
      },
      { timeout: 30_000, interval: 50 },
    );
  await boot('observe');
  expect(await tiers()).toEqual(['trusted', 'trusted']);

  expect(await advance()).toMatchObject({ stage: 'warn', state: 'running' });
  await boot('warn');
  expect(await tiers()).toEqual(['trusted', 'trusted']);

  expect(await advance()).toMatchObject({ stage: 'enforce', state: 'running' });
  await vi.waitFor(async () => expect((await world.detail(broken)).assessment?.tier).toBe('untrusted'), {
    timeout: 30_000,
    interval: 50,
  });
  expect((await world.detail(fine)).assessment).toMatchObject({
    tier: 'trusted',
    policy: { name: 'stricter' },
  });
  await vi.waitFor(async () => expect(await advance()).toMatchObject({ state: 'done', effect: 1 }), {
    timeout: 30_000,
    interval: 50,
  });
  const { active } = await status();
  expect(active).toMatchObject({ kind: 'staged', name: 'stricter' });
}, 120_000);

it('halts itself before it enforces when more would fall than was planned, and nobody falls', async () => {
  const [device] = await world.judgedDevices([good, good]);
  await stage();
  await world.report(device, 2, unbooted);
  expect(await advance()).toMatchObject({
    state: 'halted',
    stage: 'observe',
    detail: '1 devices would become untrusted, 0 were planned and at most 0 may',
  });
  const { active, rollout } = await status();
  expect(active).toMatchObject({ kind: 'halted', name: 'lenient', by: 'assay' });
  expect(rollout?.state).toBe('halted');
  expect(await tiers()).toEqual(['trusted', 'trusted']);
  await expect(advance()).rejects.toMatchObject({ code: 'not_found' });
}, 120_000);

it('goes on by itself when its time has come, also after a restart', async () => {
  await world.judgedDevices([good]);
  await stage({ observeMs: 1000, warnMs: 1000 });
  await world.restart();
  await vi.waitFor(
    async () => expect((await status()).rollout).toMatchObject({ state: 'done', stage: 'enforce' }),
    {
      timeout: 90_000,
      interval: 500,
    },
  );
}, 120_000);

it('stops when somebody says so, or another policy comes into force; only one is on its way at a time', async () => {
  await world.judgedDevices([good]);
  await stage();
  await expect(stage()).rejects.toMatchObject({ code: 'rollout_running' });
  const stopped = await world.api.call<RolloutView>('POST', '/policy/rollout/stop', { reason: 'not now' });
  expect(stopped).toMatchObject({ state: 'stopped', detail: 'not now' });
  expect((await status()).active).toMatchObject({ name: 'lenient' });
  await stage();
  await world.api.call('POST', '/policy/apply', {
    source: policyText('other', { disk: { pass: 'disk_encryption.system_volume.encrypted' } }),
    reason: 'instead',
  });
  await vi.waitFor(
    async () =>
      expect((await status()).rollout).toMatchObject({
        state: 'stopped',
        detail: 'other came into force instead',
      }),
    { timeout: 30_000, interval: 50 },
  );
}, 120_000);
