import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectorConfig } from '@assay/collector';
import type {
  DeviceDetail,
  PolicyApplied,
  PolicyHistory,
  PolicyStatus,
  PolicyVersionView,
  ReplayedAssessment,
  TrialView,
} from '@assay/shared/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiClient } from '../../collector/src/commands/api-client.ts';
import { openStore } from '../../collector/src/engine.ts';
import { loadPolicy } from '../../collector/src/policy/load.ts';
import type { PolicyActivation } from '../../collector/src/store/policies.ts';
import { LENIENT, policyText, STRICT } from '../helpers/policies.ts';
import { openPolicyWorld, type PolicyWorld } from '../helpers/policy-world.ts';
import { posture } from '../helpers/posture.ts';
import { enrollRaw, openRawSession, type RawDevice } from '../helpers/raw-agent.ts';

const good = posture({ encrypted: true });

let dataDir: string;
let world: PolicyWorld | null;
let api: ApiClient;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'assay-policy-'));
  world = null;
});
afterEach(async () => {
  await world?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(settings: Partial<CollectorConfig> = {}): Promise<PolicyWorld> {
  world = await openPolicyWorld(dataDir, settings);
  api = world.api;
  return world;
}

const stop = async () => world?.close();

const judgedDevices = (opened: PolicyWorld, count: number): Promise<RawDevice[]> =>
  opened.judgedDevices(Array.from({ length: count }, () => good));

const apply = (source: string, reason = 'a test') =>
  api.call<PolicyApplied>('POST', '/policy/apply', { source, reason, allowUntrusted: 1000 });
const detail = ({ deviceId }: RawDevice) => api.call<DeviceDetail>('GET', `/devices/${deviceId}`);
const history = async () => (await api.call<PolicyHistory>('GET', '/policy/history')).activations;
const judgedByAll = (devices: RawDevice[], hash: string) =>
  vi.waitFor(
    async () => {
      for (const device of devices) expect((await detail(device)).assessment?.policy.hash).toBe(hash);
    },
    { timeout: 30_000, interval: 50 },
  );

describe('a policy that is applied', () => {
  it('judges devices that report nothing, says so as the cause, and can be taken back', async () => {
    const [device] = (await judgedDevices(await start(), 1)) as [RawDevice];
    expect((await detail(device)).assessment?.tier).toBe('trusted');

    const { activation, changed } = await apply(STRICT, 'auditors ask for management');
    expect(changed).toBe(true);
    await judgedByAll([device], activation.hash);
    expect(await detail(device)).toMatchObject({
      assessment: { tier: 'untrusted', policy: { name: 'strict' } },
      cause: { kind: 'policy', text: expect.stringContaining('"The check managed"') },
    });

    const back = await api.call<PolicyApplied>('POST', '/policy/rollback', { reason: 'too early' });
    expect(back.activation).toMatchObject({ kind: 'rolled_back', hash: activation.previous });
    await judgedByAll([device], back.activation.hash);
    expect(await detail(device)).toMatchObject({
      assessment: { tier: 'trusted' },
      cause: { kind: 'policy' },
    });
    expect((await history()).map(({ kind, name, reason }) => ({ kind, name, reason }))).toEqual([
      { kind: 'rolled_back', name: 'baseline', reason: 'too early' },
      { kind: 'applied', name: 'strict', reason: 'auditors ask for management' },
      { kind: 'built_in', name: 'baseline', reason: expect.stringContaining('comes with Assay') },
    ]);
  });

  it('asks a connected device for a report, which it judges in the same session', async () => {
    const opened = await start();
    const device = await enrollRaw(opened.door, await opened.token());
    const session = await openRawSession(opened.door, device);
    expect((await session.report(1, good)).assessment?.tier).toBe('trusted');
    const { activation } = await apply(STRICT);
    expect(await session.connection.expect('command')).toMatchObject({ command: 'recheck' });
    expect((await session.report(2, good)).assessment).toMatchObject({
      tier: 'untrusted',
      policy: activation.hash,
    });
    await session.close();
  });

  it('keeps every version as it was written', async () => {
    await start();
    const { activation } = await apply(LENIENT);
    const version = await api.call<PolicyVersionView>('GET', `/policy/versions/${activation.hash}`);
    expect(version).toEqual({ hash: activation.hash, name: 'lenient', source: LENIENT });
  });

  it('is a choice, also of the baseline that is in force until somebody chooses', async () => {
    await start();
    const [builtIn] = await history();
    expect(builtIn).toMatchObject({ kind: 'built_in', name: 'baseline' });
    const { source } = await api.call<PolicyVersionView>('GET', `/policy/versions/${builtIn?.hash}`);
    expect(await apply(source, 'we stay with this one')).toMatchObject({
      changed: true,
      activation: { kind: 'applied', hash: builtIn?.hash, reason: 'we stay with this one' },
    });
    expect(await apply(source)).toMatchObject({ changed: false, activation: { kind: 'applied' } });
  });

  it('changes nothing when it is in force already, or is not a policy', async () => {
    await start();
    await apply(LENIENT);
    const before = await history();
    expect(await apply(LENIENT)).toMatchObject({ changed: false });
    await expect(apply(policyText('broken', { typo: { pass: 'firewal.enabled' } }))).rejects.toMatchObject({
      code: 'policy_invalid',
      message: expect.stringContaining('firewal'),
    });
    expect(await history()).toEqual(before);
  });
});

describe('a policy that would lock out more than may be', () => {
  const plan = async (source: string) => {
    const { id } = await api.call<TrialView>('POST', '/policy/trials', { kind: 'plan', source });
    return vi.waitFor(
      async () => {
        const trial = await api.call<TrialView>('GET', `/policy/trials/${id}`);
        expect(trial.plan).not.toBeNull();
        return trial;
      },
      { timeout: 30_000, interval: 50 },
    );
  };

  it('is planned with the checks that change and the devices that flip, and refused until somebody says the number', async () => {
    const devices = await judgedDevices(await start(), 3);
    await apply(LENIENT);
    const trial = await plan(STRICT);
    expect(trial).toMatchObject({
      done: 3,
      total: 3,
      diff: { added: [{ id: 'managed', title: 'The check managed' }], removed: [], changed: [] },
      plan: {
        allowed: 0,
        inTheEnd: {
          ...{ devices: 3, newlyUntrusted: 3, worse: 3, better: 0 },
          groups: [{ group: '', devices: 3, newlyUntrusted: 3 }],
          checks: [{ check: 'managed', devices: 3 }],
        },
      },
    });
    expect(trial.plan?.inTheEnd.flips.map(({ device }) => device).sort()).toEqual(
      devices.map(({ deviceId }) => deviceId).sort(),
    );
    const request = { source: STRICT, reason: 'a test', plan: trial.id };
    await expect(api.call('POST', '/policy/apply', { ...request, allowUntrusted: 2 })).rejects.toMatchObject({
      code: 'blast_radius_exceeded',
      message: expect.stringContaining('3 of 3 devices'),
    });
    expect((await history())[0]).toMatchObject({ name: 'lenient' });
    const { activation } = await api.call<PolicyApplied>('POST', '/policy/apply', {
      ...request,
      allowUntrusted: 3,
    });
    expect(activation.planned).toEqual({ devices: 3, newlyUntrusted: 3, changesTier: 3 });
  });

  it('is refused by its end, however long the grace before it', async () => {
    await judgedDevices(await start(), 1);
    await apply(LENIENT);
    const patient = STRICT.replace('"id":"managed"', '"grace":"7d","id":"managed"');
    expect((await plan(patient)).plan).toMatchObject({
      atOnce: { newlyUntrusted: 0 },
      inTheEnd: { newlyUntrusted: 1 },
    });
    await expect(
      api.call('POST', '/policy/apply', { source: patient, reason: 'a test' }),
    ).rejects.toMatchObject({ code: 'blast_radius_exceeded' });
  });

  it('is not applied by a plan that was made before another came into force', async () => {
    await judgedDevices(await start(), 1);
    const { id } = await plan(LENIENT);
    await apply(STRICT);
    await expect(
      api.call('POST', '/policy/apply', { source: LENIENT, reason: 'a test', plan: id }),
    ).rejects.toMatchObject({ code: 'policy_changed_meanwhile' });
  });
});

describe('a simulation', () => {
  it('says on stored evidence who would have fallen and when, however it stands now', async () => {
    const opened = await start();
    await apply(policyText('quiet', { firewall: { pass: 'firewall.enabled' } }));
    const [bad, mended, fine] = (await judgedDevices(opened, 3)) as [RawDevice, RawDevice, RawDevice];
    const { door } = opened;
    const report = async (device: RawDevice, numbers: [number, boolean][]) => {
      const session = await openRawSession(door, device);
      for (const [number, encrypted] of numbers) await session.report(number, posture({ encrypted }));
      await session.close();
    };
    await report(bad, [[2, false]]);
    await report(mended, [
      [2, false],
      [3, true],
    ]);
    await report(fine, [
      [2, true],
      [3, true],
    ]);

    const { id } = await api.call<TrialView>('POST', '/policy/trials', {
      kind: 'simulation',
      source: LENIENT,
    });
    const { simulation } = await vi.waitFor(
      async () => {
        const trial = await api.call<TrialView>('GET', `/policy/trials/${id}`);
        expect(trial.simulation).not.toBeNull();
        return trial;
      },
      { timeout: 30_000, interval: 50 },
    );
    // What only repeats is not looked at again.
    expect(simulation?.postures).toBe(6);
    expect(simulation?.effect).toMatchObject({
      devices: 3,
      newlyUntrusted: 2,
      checks: [{ check: 'disk', devices: 2 }],
    });
    expect(simulation?.effect.flips.map(({ device }) => device).sort()).toEqual(
      [bad.deviceId, mended.deviceId].sort(),
    );
  });
});

describe('a verdict of the past', () => {
  const replay = ({ deviceId }: RawDevice, at: number) =>
    api.call<ReplayedAssessment>('GET', `/devices/${deviceId}/assessment?at=${at}`);

  it('is made again under the policy of then, and says whether device or policy moved it', async () => {
    const [device] = (await judgedDevices(await start(), 1)) as [RawDevice];
    const before = (await detail(device)).assessment;
    const { activation } = await apply(STRICT);
    await judgedByAll([device], activation.hash);
    const after = (await detail(device)).assessment;
    if (!before || !after) throw new Error('not judged');

    const first = await replay(device, activation.at);
    expect(first).toMatchObject({ identical: true, changes: [{ kind: 'first' }], evidence: { number: 1 } });
    expect(first.assessment.checks).toEqual(before.checks);
    const second = await replay(device, after.assessedAt);
    expect(second).toMatchObject({
      identical: true,
      cause: { kind: 'policy' },
      changes: [{ kind: 'policy', tier: { from: 'trusted', to: 'untrusted' } }],
    });
    expect(second.assessment.checks).toEqual(after.checks);
    await expect(replay(device, before.assessedAt - 1)).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** What a collector leaves behind that was killed as soon as the policy was in force. */
async function activateOnly(source: string): Promise<PolicyActivation> {
  const { hash, name } = loadPolicy(source, 'strict.yaml');
  const store = await openStore(join(dataDir, 'assay.db'));
  const fields = {
    at: Date.now(),
    kind: 'applied',
    by: 'admin token',
    reason: 'a test',
    planned: null,
  } as const;
  const activation = await store.activatePolicy({ version: { hash, name, source }, ...fields });
  await store.close();
  return activation;
}

describe('after a restart', () => {
  it('what was applied is still in force, and devices that nobody got to are judged under it', async () => {
    const devices = await judgedDevices(await start(), 24);
    await stop();
    const activation = await activateOnly(STRICT);
    await start();
    expect((await api.call<PolicyStatus>('GET', '/policy')).active).toEqual(activation);
    await judgedByAll(devices, activation.hash);
    await vi.waitFor(
      async () => {
        const { reassessing } = await api.call<PolicyStatus>('GET', '/policy');
        expect(reassessing).toMatchObject({ running: false, total: 24, done: 24 });
      },
      { timeout: 20_000 },
    );
  });

  it('a file given at the start holds, whatever was applied; without one, the last choice does', async () => {
    const file = join(dataDir, 'given.yaml');
    writeFileSync(file, LENIENT);
    await start();
    await apply(STRICT);
    await stop();
    await start({ policyFile: file });
    expect((await history())[0]).toMatchObject({ kind: 'given', name: 'lenient' });
    await stop();
    await start();
    expect(await history()).toHaveLength(3);
  });
});
