import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { policyText } from '../../../collector/src/policy/load.ts';
import type { Policy } from '../../../collector/src/policy/policy.ts';
import { BASELINE, loadPolicyFile } from '../../../collector/src/policy-files.ts';
import { openForReading } from '../../../collector/src/store/sqlite/database.ts';
import { readsOf } from '../../../collector/src/store/sqlite/reads.ts';
import type { TrialRequest } from '../../../collector/src/trials/messages.ts';
import { createTrials } from '../../../collector/src/trials/trials.ts';
import { defineScenario, toFigure } from '../harness.ts';
import { DAY_MS, writePast } from '../simulate/past.ts';

const SEED = 6;

/**
 * A month of a fleet's evidence is replayed under the baseline and under its strict variant, as `policy simulate` does
 * it: in the trial's own thread, from the database to the counts. The limit is reading the same evidence from the same
 * database and doing nothing with it.
 */
export const scenario = defineScenario({
  summary: 'a month of stored evidence is replayed under another policy',
  options: {
    devices: { default: 10_000, help: 'devices' },
    days: { default: 30, help: 'days of evidence' },
  },
  quick: { devices: 2000 },
  async run({ devices, days }, { progress, atEnd }) {
    const dataDir = mkdtempSync(join(tmpdir(), 'assay-bench-'));
    atEnd(() => rmSync(dataDir, { recursive: true, force: true }));
    const active = loadPolicyFile(BASELINE);
    const candidate = loadPolicyFile(join(dirname(BASELINE), 'strict.yaml'));
    const until = Date.now();
    const past = { agents: devices, days, seed: SEED, until };
    const written = await writePast(dataDir, active, past, (done) => {
      if (done % 2000 < 200) progress(`${done} of ${devices} devices have a past`);
    });
    const file = join(dataDir, 'assay.db');
    const since = until - (days + 1) * DAY_MS;
    const readS = readAll(file, since);
    progress(`${written} reports, read alone in ${readS.toFixed(1)} s`);

    const trials = createTrials(file);
    atEnd(trials.stop);
    const versions = { active: versionOf(active), candidate: versionOf(candidate) };
    const run = async (request: TrialRequest) => {
      const began = performance.now();
      const { result } = await trials.finished(trials.start(request).id);
      return { result, seconds: (performance.now() - began) / 1000 };
    };
    const simulation = await run({ ...versions, now: until, kind: 'simulation', since });
    const plan = await run({ ...versions, now: until, kind: 'plan' });
    if (simulation.result?.kind !== 'simulation' || simulation.result.postures !== written)
      throw new Error(`expected ${written} reports to be replayed`);
    return [
      toFigure('devices', devices, ''),
      toFigure('days', days, ''),
      toFigure('postures', written, ''),
      toFigure('changed_tier', simulation.result.effect.worse + simulation.result.effect.better, ''),
      toFigure('seconds', simulation.seconds, 's', readS),
      toFigure('plan_seconds', plan.seconds, 's'),
    ];
  },
});

const versionOf = (policy: Policy) => ({ hash: policy.hash, name: policy.name, source: policyText(policy) });

/** How long the evidence alone takes, s. */
function readAll(file: string, since: number): number {
  const db = openForReading(file);
  const reads = readsOf(db);
  const began = performance.now();
  let bytes = 0;
  for (let after = '', more = true; more; ) {
    const devices = reads.judgedDevices({ after, limit: 500 });
    for (const { id: deviceId } of devices)
      for (const { payload } of reads.postures({ deviceId, since })) bytes += payload.length;
    after = devices.at(-1)?.id ?? after;
    more = devices.length === 500;
  }
  db.close();
  if (bytes === 0) throw new Error('nothing was read');
  return (performance.now() - began) / 1000;
}
