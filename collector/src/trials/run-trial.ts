import { createRepeatingDecoder } from '@assay/shared';
import { isActive } from '../assess/exemption.ts';
import { diffPolicies } from '../policy/diff.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { readVersion } from '../rollout/active-policy.ts';
import { createEffect } from '../rollout/effect.ts';
import { createPlan, standingOf, type Trial } from '../rollout/plan.ts';
import { createSimulation, type SimulatedReport } from '../rollout/simulate.ts';
import type { DeviceReads, DeviceRecord } from '../store/devices.ts';
import type { ExemptionReads } from '../store/exemptions.ts';
import type { JudgementReads } from '../store/judgements.ts';
import type { ReportLog } from '../store/report-log.ts';
import type { Settled } from '../store/settled.ts';
import { type Vendors, withVerification } from '../verify/attestation.ts';
import type { TrialRequest, TrialResult } from './messages.ts';

type TrialReads = Settled<
  Pick<JudgementReads, 'judgedDevices'> &
    Pick<DeviceReads, 'device'> &
    Pick<ReportLog, 'postures'> &
    Pick<ExemptionReads, 'exemptionsFor' | 'breakGlasses'>
>;

const PAGE = 500;

/**
 * Judges every device of the fleet by both policies, the way from the store to the counts.
 * @throws AssayError `policy_invalid`
 */
export function runTrial(
  reads: TrialReads,
  request: TrialRequest,
  vendors: Vendors,
  onProgress: (done: number, total: number) => void,
): TrialResult {
  const trial: Trial = { active: readVersion(request.active), candidate: readVersion(request.candidate) };
  const diff = diffPolicies(trial.active, trial.candidate);
  const ids = [...allDevices(reads)];
  const decode = createRepeatingDecoder();
  const breakGlasses = reads.breakGlasses();
  const exemptionsOf = ({ id, groups }: DeviceRecord) => reads.exemptionsFor({ deviceId: id, groups });
  const each = (task: (id: string) => void) => {
    for (const [i, id] of ids.entries()) {
      if (i % PAGE === 0) onProgress(i, ids.length);
      task(id);
    }
    onProgress(ids.length, ids.length);
  };
  return request.kind === 'plan' ? plan() : simulate(request.since);

  function plan(): TrialResult {
    const [atOnce, inTheEnd] = [createEffect(), createEffect()];
    const compare = createPlan(trial);
    each((id) => {
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
    each((id) => {
      const stored = reads.device(id);
      if (!stored) return;
      const { record } = stored;
      const reports = reads.postures({ deviceId: id, since }).map(({ at, payload }): SimulatedReport => {
        const { signals, createdAt } = decode(payload);
        const judged = withVerification(signals, vendors, record, at);
        return { at, signals: judged, clockSkew: at - createdAt };
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
    return { kind: 'simulation', diff, effect: effect.result(), since, postures };
  }
}

function* allDevices(reads: TrialReads): Generator<string> {
  for (let after = ''; ; ) {
    const page = reads.judgedDevices({ after, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last;
  }
}
