import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { encodeReport, type Signals } from '@assay/shared';
import { assess } from '../../../collector/src/assess/assess.ts';
import type { Policy } from '../../../collector/src/policy/policy.ts';
import { builtInOsEol } from '../../../collector/src/reference-values/os-eol.ts';
import type { Commit } from '../../../collector/src/store/report-log.ts';
import { openSqliteStore } from '../../../collector/src/store/sqlite/sqlite-store.ts';
import { createRandom } from '../../faults/random.ts';
import { type SimulatedDevice, simulateDevice } from '../../simulator/device.ts';
import { enrollDirectly } from '../../simulator/enroll-directly.ts';
import { AILMENTS } from '../../simulator/posture/ailments.ts';
import { signalsOf } from '../../simulator/posture/signals.ts';

export const DAY_MS = 86_400_000;
/** On one day in ten something breaks on a laptop, or is mended. */
const CHANGE_SHARE = 0.1;
const AT_ONCE = 5000;

export interface Past {
  agents: number;
  days: number;
  seed: number;
  /** The end of it, ms. */
  until: number;
}

/**
 * Writes what a fleet said: each day a report that tells something new, for another number of updates waits, and now and
 * then one that breaks or mends something. Each goes in as the collector writes it. What only repeats is left out, for a
 * simulation does not read it.
 * @returns how many reports that is
 */
export async function writePast(
  dataDir: string,
  policy: Policy,
  past: Past,
  onProgress: (done: number) => void,
): Promise<number> {
  await enrollDirectly(dataDir, past);
  return writeReports(dataDir, policy, past, onProgress);
}

/** The same of a fleet that is enrolled. */
export async function writeReports(
  dataDir: string,
  policy: Policy,
  { agents, days, seed, until }: Past,
  onProgress: (done: number) => void,
): Promise<number> {
  const store = await openSqliteStore(join(dataDir, 'assay.db'));
  let waiting: Commit[] = [];
  let written = 0;
  try {
    for (let index = 0; index < agents; index += 1) {
      waiting.push(...commitsOf(simulateDevice(seed, index), policy, { days, until }));
      if (waiting.length < AT_ONCE && index < agents - 1) continue;
      await Promise.all(waiting.map((commit) => store.appendCommit(commit)));
      written += waiting.length;
      waiting = [];
      onProgress(index + 1);
    }
  } finally {
    await store.close();
  }
  return written;
}

function commitsOf(
  device: SimulatedDevice,
  policy: Policy,
  { days, until }: Pick<Past, 'days' | 'until'>,
): Commit[] {
  const random = createRandom(createHash('sha256').update(device.id).digest().readUInt32BE(0));
  const ailments = new Set(device.ailments);
  const commits: Commit[] = [];
  for (let day = 0; day < days; day += 1) {
    const at = until - (days - day) * DAY_MS + Math.floor(random() * 3_600_000);
    const observedAt = at - 50;
    commits.push(
      commitOf(
        device,
        policy,
        at,
        commits.length + 1,
        withUpdates(signalsOf(device, ailments, observedAt), day),
      ),
    );
    if (random() >= CHANGE_SHARE) continue;
    const ailment = AILMENTS[Math.floor(random() * AILMENTS.length)] as (typeof AILMENTS)[number];
    if (!ailments.delete(ailment)) ailments.add(ailment);
    const later = at + 3_600_000;
    commits.push(
      commitOf(
        device,
        policy,
        later,
        commits.length + 1,
        withUpdates(signalsOf(device, ailments, later - 50), day),
      ),
    );
  }
  return commits;
}

function withUpdates(signals: Signals, day: number): Signals {
  if (signals.updates?.status !== 'ok') return signals;
  return {
    ...signals,
    updates: { ...signals.updates, value: { ...signals.updates.value, pending: day % 7 } },
  };
}

function commitOf(
  device: SimulatedDevice,
  policy: Policy,
  at: number,
  number: number,
  signals: Signals,
): Commit {
  const head = { deviceId: device.id, bootId: 'boot', nonce: Buffer.alloc(32, number), lost: null };
  const payload = encodeReport({ ...head, number, createdAt: at - 50, signals });
  const context = {
    platform: device.platform,
    deviceId: device.id,
    groups: [],
    exemptions: [],
    breakGlass: null,
  };
  const assessment = assess(policy, signals, {
    ...{ ...context, now: at, evidenceAt: at, clockSkew: 50, previous: null, osEol: builtInOsEol },
  });
  const evidence = { number, keyId: Buffer.alloc(32), payload, signature: Buffer.alloc(64, number) };
  return {
    ...{
      deviceId: device.id,
      at,
      evidence,
      identity: null,
      agentVersion: null,
      assessment,
      isRestated: false,
    },
    ...{ lookAt: null, change: null, judgement: null, isNewPosture: true, deliveries: [] },
  } as Commit;
}
