import { join } from 'node:path';
import type { Clock } from '@assay/shared';
import type { Logger } from 'pino';
import type { Background } from '../background.ts';
import { DATABASE } from '../backup/snapshot.ts';
import type { CoverageRecorder } from '../board/recorder.ts';
import type { Changes } from '../changes.ts';
import type { CollectorConfig } from '../config.ts';
import { loadExemptionBook } from '../exemptions/book.ts';
import { type ExemptionParts, openExemptions } from '../exemptions/open.ts';
import type { TellerServices } from '../exemptions/teller.ts';
import type { Fleet } from '../fleet.ts';
import type { Foundation } from '../foundation.ts';
import { createJudge, type Judge, type Judging } from '../judge.ts';
import { openVendorKeys, type VendorKeys } from '../keys/vendor-keys.ts';
import { createIntroduction, type Introduction } from '../publish/introduction.ts';
import type { Publisher } from '../publish/publisher.ts';
import { createReassessor, type Reassessor } from '../reassess.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { createPolicyPass, type PolicyPass } from '../rollout/policy-pass.ts';
import { createRollouts, type Rollouts } from '../rollout/rollouts.ts';
import { createTrials, type Trials } from '../trials/trials.ts';
import { planEffect } from '../trials/try-policy.ts';

interface JudgesServices {
  config: Pick<CollectorConfig, 'dataDir' | 'crowdstrike'>;
  foundation: Pick<Foundation, 'active' | 'store' | 'restoredAt'>;
  fleet: Fleet;
  publisher: Judging['publisher'] & TellerServices['publisher'] & Pick<Publisher, 'hasTargetSince'>;
  stages: Judging['stages'];
  changes: Changes;
  background: Background;
  clock: Clock;
  log: Logger;
  onAssessed: Judging['onAssessed'];
  recorder: Pick<CoverageRecorder, 'judged'>;
  /** Judges the collector's own device, whoever asks. */
  judgeCanary: Judge;
  /** Its agent hears of a verdict with the acknowledgement of its next report: let that be now. */
  recheck(deviceId: string): void;
}

/** How a device is judged, and who does so besides its own reports: time, another policy, an exemption. */
export interface Judges {
  judge: Judge;
  vendorKeys: VendorKeys;
  reassessor: Reassessor;
  pass: PolicyPass;
  trials: Trials;
  rollouts: Rollouts;
  excused: ExemptionParts;
  introduction: Introduction;
  start(): Promise<void>;
}

/** Wires them; `closers` get what must be stopped again. */
export async function openJudges(services: JudgesServices, closers: AsyncDisposableStack): Promise<Judges> {
  const { config, foundation, fleet, publisher, stages, changes, background, clock, log } = services;
  const { onAssessed, recorder, judgeCanary, recheck } = services;
  const { active, store, restoredAt } = foundation;
  const book = await loadExemptionBook(store, clock.now());
  const vendorKeys = openVendorKeys(config.crowdstrike, log);
  closers.defer(vendorKeys.stop);
  const judgeFleet = createJudge({
    excuses: book,
    get policy() {
      return active.policy;
    },
    osEol: builtInOsEol,
    get vendors() {
      return vendorKeys.vendors;
    },
    ...{ store, publisher, restoredAt, stages },
    onAssessed(assessed) {
      const { assessment, previous, change } = assessed;
      if (change) rollouts.changed(change);
      recorder.judged(previous, assessment, change !== null);
      onAssessed(assessed);
    },
  });
  const judge: Judge = (device, step) => (device.record.canary ? judgeCanary : judgeFleet)(device, step);
  const failed = (what: string) => (error: unknown) => log.error({ err: error }, what);

  const reassessor = createReassessor(
    fleet,
    store,
    { judge, background, clock, onMoved: recheck },
    failed('reassess failed'),
  );
  const trials = createTrials(join(config.dataDir, DATABASE), config.crowdstrike);
  closers.defer(trials.stop);
  const onError = failed('judging under the new policy failed');
  const pass = createPolicyPass({
    ...{ fleet, store, judge, background, clock, onError },
    policy: () => active.policy,
    onMoved: recheck,
  });
  const rollouts = createRollouts({
    ...{ store, active, clock },
    plan: (inForce, candidate) => planEffect(trials, { active: inForce, candidate, now: clock.now() }),
    onError: failed('policy rollout failed'),
  });
  active.onActivated(({ hash, kind, by }) => {
    log.info({ policy: hash, kind, by }, 'policy in force');
    changes.announce({ kind: 'policy', device: null });
    pass.start();
  });
  const excused = openExemptions({
    ...{ fleet, store, judge, background, book, clock, publisher },
    policy: () => active.policy,
    onJudged: recheck,
    onChanged: () => changes.announce({ kind: 'exemption', device: null }),
    onError: failed('applying an exemption failed'),
  });
  const introduction = createIntroduction({
    ...{ fleet, store, judge, background, clock, publisher },
    onError: failed('telling a new target of the fleet failed'),
  });

  return {
    ...{ judge, vendorKeys, reassessor, pass, trials, rollouts, excused, introduction },
    async start() {
      reassessor.start();
      closers.defer(reassessor.stop);
      pass.start();
      await rollouts.begin();
      closers.defer(rollouts.end);
      closers.defer(pass.stop);
      excused.keeper.start();
      closers.defer(excused.keeper.stop);
      closers.defer(introduction.stop);
    },
  };
}
