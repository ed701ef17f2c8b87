import { createRepeatingDecoder } from '@assay/shared';
import { type Exemption, isActive } from '../assess/exemption.ts';
import { diffPolicies } from '../policy/diff.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { readVersion } from '../rollout/active-policy.ts';
import { createEffect } from '../rollout/effect.ts';
import { createPlan, standingOf, type Trial } from '../rollout/plan.ts';
import { createSimulation, type SimulatedReport } from '../rollout/simulate.ts';
import { unshownBetween } from '../rollout/unshown.ts';
import type { DeviceReads, DeviceRecord } from '../store/devices.ts';
import type { ExemptionReads } from '../store/exemptions.ts';
import type { JudgementReads } from '../store/judgements.ts';
import type { ReportLog } from '../store/report-log.ts';
import type { Settled } from '../store/settled.ts';
import { type Vendors, withVerification } from '../verify/attestation.ts';
import type { Share, TrialRequest, TrialResult } from './messages.ts';

type TrialReads = Settled<
  Pick<JudgementReads, 'judgedDevices'> &
    Pick<DeviceReads, 'device'> &
    Pick<ReportLog, 'postures'> &
    Pick<ExemptionReads, 'exemptions' | 'breakGlasses'>
>;

const PAGE = 500;

/**
 * Judges a share of the fleet's devices by both policies, the way from the store to the counts.
 * @throws AssayError `policy_invalid`
 */
export function runTrial(
  reads: TrialReads,
  request: TrialRequest,
  { vendors, share }: { vendors: Vendors; share: Share },
  onProgress: (done: number, total: number) => void,
): TrialResult {
  const trial: Trial = { active: readVersion(request.active), candidate: readVersion(request.candidate) };
  const diff = diffPolicies(trial.active, trial.candidate);
  const records = [...devicesOf(reads, share)];
  const decode = createRepeatingDecoder();
  const breakGlasses = reads.breakGlasses();
  const exemptionsOf = exemptionsByDevice(allExemptions(reads, request.now));
  const each = (task: (record: DeviceRecord) => void) => {
    for (const [i, record] of records.entries()) {
      if (i % PAGE === 0) onProgress(i, records.length);
      task(record);
    }
    onProgress(records.length, records.length);
  };
  return request.kind === 'plan' ? plan() : simulate(request.since);

  function plan(): TrialResult {
    const [atOnce, inTheEnd] = [createEffect(), createEffect()];
    const compare = createPlan(trial);
    each(({ id }) => {
      const stored = reads.device(id);
      if (!stored) return;
      const { record, evidence, assessment: previous } = stored;
      const { signals: said, createdAt } = evidence ? decode(evidence) : { signals: {}, createdAt: 0 };
      const signals = withVerification(said, vendors, record, request.now);
      const evidenceAt = record.lastReportAt ?? request.now;
      const context = {
        ...standingOf(record),
        ...{ now: request.now, evidenceAt, previous, osEol: builtInOsEol },
        ...{ clockSkew: evidence ? evidenceAt - createdAt : 0, exemptions: exemptionsOf(record) },
        breakGlass: breakGlasses.find((one) => isActive(one, request.now)) ?? null,
      };
      const flips = compare({ record, signals, context });
      atOnce.add(record.groups, flips.atOnce);
      inTheEnd.add(record.groups, flips.inTheEnd);
    });
    return { kind: 'plan', diff, atOnce: atOnce.result(), inTheEnd: inTheEnd.result() };
  }

  function simulate(since: number): TrialResult {
    const effect = createEffect();
    const lived = createSimulation(trial);
    let postures = 0;
    each((record) => {
      const reports = reads
        .postures({ deviceId: record.id, since })
        .map(({ at, payload }): SimulatedReport => {
          const { signals: said, createdAt } = decode(payload);
          return { at, signals: withVerification(said, vendors, record, at), clockSkew: at - createdAt };
        });
      postures += reports.length;
      const context = {
        ...standingOf(record),
        osEol: builtInOsEol,
        exemptions: exemptionsOf(record),
        breakGlasses,
      };
      const flip = lived(record, reports, context, { since, until: request.now });
      effect.add(record.groups, flip);
    });
    return {
      ...{ kind: 'simulation', diff, since, postures },
      unshown: unshownBetween(trial.active, trial.candidate),
      effect: effect.result(),
    };
  }
}

function* devicesOf(reads: TrialReads, { index, of }: Share): Generator<DeviceRecord> {
  for (let after = ''; ; ) {
    const page = reads.judgedDevices({ after, limit: PAGE });
    yield* page.filter((_, i) => i % of === index);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

/** Every one that ever was. There are few of them, and asking for each device's own takes longer than judging it. */
function* allExemptions(reads: TrialReads, at: number): Generator<Exemption> {
  for (const state of ['open', 'past'] as const) {
    for (let before: string | null = null; ; ) {
      const page = reads.exemptions({ state, at, limit: PAGE, before });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      before = last.id;
    }
  }
}

const NONE: readonly Exemption[] = [];

function exemptionsByDevice(
  exemptions: Iterable<Exemption>,
): (device: Pick<DeviceRecord, 'id' | 'groups'>) => readonly Exemption[] {
  const byScope = Map.groupBy(exemptions, ({ scope }) =>
    scope.kind === 'device' ? `device ${scope.device}` : `group ${scope.group}`,
  );
  if (byScope.size === 0) return () => NONE;
  return ({ id, groups }) =>
    [`device ${id}`, ...groups.map((group) => `group ${group}`)].flatMap(
      (scope) => byScope.get(scope) ?? NONE,
    );
}
