import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Signals } from '@assay/shared';
import type { DeviceDetail, ReplayedAssessment, TrialView } from '@assay/shared/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEdrOnMacos } from '../../agent/src/probes/edr/macos.ts';
import { plistOf, scriptedExec, treeContext } from '../../agent/src/system/test-tree.ts';
import { openTestVendor, type TestVendor, ZTA_CLAIMS } from '../../collector/src/verify/test-vendor.ts';
import { openPolicyWorld, type PolicyWorld } from '../helpers/policy-world.ts';
import type { RawDevice } from '../helpers/raw-agent.ts';

const PLACE = '/Library/Application Support/CrowdStrike/ZeroTrustAssessment/data.zta';
const policyText = (least: number) => `
policy: attested
evidence_max_age: 24h
tiers: { trusted: 80, limited: 50 }
checks:
  - id: edr-running
    title: Endpoint protection runs
    pass: edr.products.exists(p, p.running)
    weight: 50
    explain: A product is running.
  - id: vouched
    title: CrowdStrike vouches for the device
    pass: edr.attestations.exists(a, a.overall >= ${least})
    weight: 50
    explain: Its score is at least ${least}.
`;

let dir: string;
let vendor: TestVendor;
let world: PolicyWorld;
let device: RawDevice;
let reports: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-attested-'));
  vendor = await openTestVendor('RS256', 'key-1', Date.now() - 60_000);
  const keysFile = join(dir, 'crowdstrike.json');
  const policyFile = join(dir, 'policy.yaml');
  writeFileSync(keysFile, vendor.keySetText);
  writeFileSync(policyFile, policyText(70));
  world = await openPolicyWorld(join(dir, 'data'), { policyFile, crowdstrike: { keysFile, customer: null } });
  [device] = (await world.judgedDevices([await observed(await vendor.sign())])) as [RawDevice];
  reports = 1;
});
afterEach(async () => {
  await world.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What the agent's own probe sees of a Mac with Falcon on it, and with this in the file that Falcon keeps. */
async function observed(token: string, state = 'activated enabled'): Promise<Signals> {
  const context = treeContext(
    { '/Applications/Falcon.app/Contents/Info.plist': 'x', [PLACE]: token },
    scriptedExec({
      'systemextensionsctl list': `1 extension(s)\n*\t*\tX9E956P446\tcom.crowdstrike.falcon.Agent (7.10/7.10)\tSensor\t[${state}]`,
      'ps -axo pid=,uid=,comm=': '    1     0 /sbin/launchd\n',
      'falconctl info': plistOf({ aid: ZTA_CLAIMS.sub, falcon_version: '7.10.1', rfm: false }),
      'ioreg -a -rd1 -c IOPlatformExpertDevice': plistOf([
        { IOPlatformSerialNumber: ZTA_CLAIMS.serial_number },
      ]),
    }),
  );
  const observedAt = Date.now();
  const serial = ZTA_CLAIMS.serial_number;
  return {
    hardware: {
      ...ok({ hostname: 'mac', serial, virtual: false, memory_bytes: 0, problems: [] }),
      observedAt,
    },
    edr: { ...(await createEdrOnMacos().observe(context)), observedAt },
  };
}

async function reported(signals: Signals): Promise<NonNullable<DeviceDetail['assessment']>> {
  reports += 1;
  await world.report(device, reports, signals);
  const { assessment } = await world.detail(device);
  if (!assessment) throw new Error('not judged');
  return assessment;
}
const named = ({ checks }: NonNullable<DeviceDetail['assessment']>, id: string) =>
  checks.find(({ check }) => check === id);
const word = (source: string, outcome: string) => ({ source, outcome });

it('what Falcon signed corroborates the agent, and its verdict can be made again', async () => {
  const { assessment } = await world.detail(device);
  expect(assessment).toMatchObject({ tier: 'trusted', score: 100 });
  expect(assessment && named(assessment, 'edr-running')?.sources).toEqual([
    word('agent', 'pass'),
    word('edr:crowdstrike', 'pass'),
  ]);
  const again = await world.api.call<ReplayedAssessment>(
    'GET',
    `/devices/${device.deviceId}/assessment?at=${Date.now()}`,
  );
  expect(again).toMatchObject({ identical: true, evidence: { number: 1 } });
});

it('what Falcon signed contradicts an agent that sees no sensor run: administrators read both', async () => {
  const assessment = await reported(await observed(await vendor.sign(), 'terminated waiting to uninstall'));
  expect(named(assessment, 'edr-running')).toMatchObject({
    outcome: 'fail',
    explain: expect.stringContaining('By the word of agent; edr:crowdstrike says that it passes.'),
  });
});

it('what somebody else signed gives nothing', async () => {
  const forger = await openTestVendor('RS256', 'key-1', Date.now() - 60_000);
  const assessment = await reported(await observed(await forger.sign({ assessment: { overall: 100 } })));
  expect(named(assessment, 'vouched')).toMatchObject({
    outcome: 'unknown',
    points: 0,
    sources: [word('agent', 'unknown'), { ...word('edr:crowdstrike', 'pass'), unproven: true }],
  });
});

it('a simulation judges by it as the collector did', async () => {
  const body = { kind: 'simulation', source: policyText(72), since: Date.now() - 3_600_000 };
  const { id } = await world.api.call<TrialView>('POST', '/policy/trials', body);
  const { simulation } = await vi.waitFor(
    async () => {
      const trial = await world.api.call<TrialView>('GET', `/policy/trials/${id}`);
      expect(trial.simulation).not.toBeNull();
      return trial;
    },
    { timeout: 60_000, interval: 100 },
  );
  expect(simulation?.effect).toMatchObject({
    devices: 1,
    worse: 1,
    checks: [{ check: 'vouched', devices: 1 }],
  });
});
