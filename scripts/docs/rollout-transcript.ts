import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ok, parseJoinString, type Signals } from '@assay/shared';
import type { CreatedEnrollmentToken, PolicyStatus } from '@assay/shared/api';
import { type CollectorProcess, startCollectorProcess } from '../../test/helpers/collector-process.ts';
import { hardware, posture } from '../../test/helpers/posture.ts';
import { enrollRaw, openRawSession, type RawDevice } from '../../test/helpers/raw-agent.ts';

const MAIN = join(import.meta.dirname, '../../collector/src/main.ts');
const DEVICES = 24;
/** The one that has Secure Boot off. */
const BROKEN = 7;
const PATIENCE_MS = 120_000;

const CHECKS = `  - id: disk-encryption
    title: The system disk is encrypted
    pass: disk_encryption.system_volume.encrypted
    weight: 50
    required: true
    explain: The volume with the operating system is encrypted.
  - id: firewall
    title: The firewall is on
    pass: firewall.enabled
    weight: 50
    explain: Incoming connections are filtered.
`;
const SECURE_BOOT = `  - id: secure-boot
    title: Secure Boot is on
    pass: secure_boot.enabled
    weight: 50
    required: true
    explain: Firmware and boot loader only start software that is signed.
`;
const policyOf = (checks: string) =>
  `policy: laptops\ntiers: { trusted: 80, limited: 50 }\nevidence_max_age: 24h\nchecks:\n${checks}`;

/**
 * Rolls a policy out on a real collector with devices that enroll, sign and report over its own protocol, by the
 * commands that an administrator types.
 * @returns one text a command: what they typed, and read
 */
export async function rolloutTranscript(): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-rollout-'));
  const before = join(dir, 'before.yaml');
  writeFileSync(before, policyOf(CHECKS));
  writeFileSync(join(dir, 'laptops.yaml'), policyOf(CHECKS + SECURE_BOOT));
  const dataDir = join(dir, 'data');
  const collector = await startCollectorProcess({ dataDir });
  try {
    const type = commandLine(collector, dataDir, dir);
    await type('policy', 'apply', before, '--reason', 'the start');
    const devices = await report(collector);
    return await rollOut(collector, type, devices[BROKEN] as RawDevice);
  } finally {
    await collector.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

type Type = (...words: string[]) => Promise<string>;

async function rollOut(collector: CollectorProcess, type: Type, broken: RawDevice): Promise<string[]> {
  const said = [
    await type('policy', 'simulate', 'laptops.yaml', '--since', '30d'),
    await type('policy', 'plan', 'laptops.yaml'),
    await type('policy', 'apply', 'laptops.yaml', '--reason', 'issue 12', '--staged', '--margin', '0'),
  ];
  for (let stage = 0; stage < 2; stage += 1) {
    await until(collector, ({ reassessing }) => !reassessing.running);
    said.push(await type('policy', 'rollout', 'advance'));
  }
  await until(collector, ({ rollout }) => rollout?.state === 'done');
  said.push(
    await type('policy', 'rollout', 'show'),
    await type('policy', 'history'),
    await type('replay', broken.deviceId),
  );
  return said;
}

/** What an administrator types on the collector's machine, with what it answers. */
function commandLine({ url }: CollectorProcess, dataDir: string, cwd: string): Type {
  const env = { ...process.env, ASSAY_URL: url, ASSAY_DATA_DIR: dataDir };
  return (...words) =>
    new Promise((resolve, reject) =>
      execFile(process.execPath, [MAIN, ...words], { cwd, env }, (error, stdout, stderr) => {
        if (error) return reject(new Error(`${words.join(' ')}: ${stderr}`));
        const typed = words.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ');
        resolve(`$ assay-collector ${typed}\n${stdout}`);
      }),
    );
}

async function report({ url, ca, api }: CollectorProcess): Promise<RawDevice[]> {
  const { joinString } = await api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', {
    uses: DEVICES,
  });
  const { token } = parseJoinString(joinString);
  const devices: RawDevice[] = [];
  for (let index = 0; index < DEVICES; index += 1) {
    const device = await enrollRaw({ url, ca }, token);
    const session = await openRawSession({ url, ca }, device);
    await session.report(1, signalsOf(index));
    await session.close();
    devices.push(device);
  }
  return devices;
}

function signalsOf(index: number): Signals {
  const observedAt = Date.now();
  const hostname = `laptop-${String(index + 1).padStart(2, '0')}`;
  return {
    ...posture({ encrypted: true }),
    hardware: { ...ok({ ...hardware, hostname }), observedAt },
    secure_boot: { ...ok({ enabled: index !== BROKEN, setup_mode: false }), observedAt },
  };
}

async function until({ api }: CollectorProcess, isSo: (status: PolicyStatus) => boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200))
    if (isSo(await api.call<PolicyStatus>('GET', '/policy'))) return;
  throw new Error(`the fleet was not judged within ${PATIENCE_MS / 1000} s`);
}
