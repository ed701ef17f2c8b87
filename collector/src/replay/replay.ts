import {
  AssayError,
  type Assessment,
  decodeReport,
  type Envelope,
  parsePublicKey,
  type Report,
  type Signals,
  verifyEnvelope,
} from '@assay/shared';
import { assess } from '../assess/assess.ts';
import type { Policy } from '../policy/policy.ts';
import type { OsEolTable } from '../reference-values/os-eol.ts';
import { readVersion } from '../rollout/active-policy.ts';
import type { DeviceKey, EnrollmentReads } from '../store/enrollments.ts';
import type {
  Basis,
  JudgedEvidence,
  JudgementReads,
  KeptJudgement,
  StoredJudgement,
} from '../store/judgements.ts';
import type { PolicyReads } from '../store/policies.ts';
import type { ReportLog } from '../store/report-log.ts';
import { withVerifications } from '../verify/attestation.ts';
import { digestOfAssessment } from './basis.ts';
import { changesBetween, type Inputs, type VerdictMove } from './changes.ts';

/** A verdict of the past, made again. */
interface Replay {
  /** When it was made; it held until the next one. */
  at: number;
  assessment: Assessment;
  /** The score at which each tier started. */
  tiers: Policy['tiers'];
  /** It is the one that was published, to the bit. */
  isIdentical: boolean;
  /** The Assay that made it. */
  version: string;
  evidence: JudgedEvidence;
  /** What moved it, one change after the other; what moved nothing is not named. */
  changes: VerdictMove[];
  /** What was said of it then. */
  cause: StoredJudgement['change']['cause'];
}

export interface Replayer {
  /**
   * Makes the verdict again that held for a device at a time; null when there was none yet.
   * @throws AssayError `replay_impossible` when not all that it was made from is stored, and as its device signed it
   */
  replay(deviceId: string, at: number): Promise<Replay | null>;
}

type ReplayStore = Pick<JudgementReads, 'judgementAt' | 'referenceValues'> &
  Pick<ReportLog, 'evidence'> &
  Pick<EnrollmentReads, 'deviceKeys'> &
  Pick<PolicyReads, 'policyVersion'>;

const KEPT_POLICIES = 8;

/**
 * Makes verdicts again from nothing but what is stored: evidence, policy version, tables, and the basis. What is stored of
 * the evidence is believed as far as its device signed it.
 */
export function createReplayer(store: ReplayStore): Replayer {
  const policies = new Map<string, Policy>();

  async function policyOf(hash: string): Promise<Policy> {
    const known = policies.get(hash);
    if (known) return known;
    const version = await store.policyVersion(hash);
    if (!version) throw impossible(`the policy ${hash} is not stored`);
    const policy = readVersion(version);
    if (policies.size >= KEPT_POLICIES) policies.delete(policies.keys().next().value as string);
    policies.set(hash, policy);
    return policy;
  }

  async function signalsOf(deviceId: string, { number, verifications }: JudgedEvidence): Promise<Signals> {
    if (number === 0) return {};
    const envelope = await store.evidence({ deviceId, number });
    if (!envelope) throw impossible(`report ${number} is not stored any more`);
    const report = readSigned(envelope, await store.deviceKeys(deviceId));
    // Another report of the device's is signed by it, too.
    if (report?.deviceId !== deviceId || report.number !== number)
      throw impossible(`report ${number} is stored otherwise than the device signed it`);
    return withVerifications(report.signals, verifications);
  }

  async function inputsOf(judgement: StoredJudgement, basis: Basis): Promise<Inputs> {
    const body = await store.referenceValues(basis.osEol);
    if (body === null) throw impossible(`the table ${basis.osEol} is not stored`);
    const osEol: OsEolTable = JSON.parse(body);
    const { now: _now, evidenceAt, ...context } = basis.context;
    const policy = await policyOf(judgement.policy);
    const signals = await signalsOf(judgement.deviceId, basis.evidence);
    return { policy, signals, context: { ...context, osEol }, evidenceAt };
  }

  /** What held right before: the policy, context and report of then. */
  async function inputsBefore(
    judgement: StoredJudgement,
    { previous, evidenceBefore }: Basis,
    after: Inputs,
  ) {
    if (!previous) return null;
    const { deviceId, at } = judgement;
    const kept = (await store.judgementAt({ deviceId, at: at - 1 }))?.kept;
    const context = kept ? { ...after.context, ...contextOf(kept) } : after.context;
    const policy = await policyOf(previous.policy.hash);
    const signals = await signalsOf(deviceId, evidenceBefore);
    return { policy, signals, context, evidenceAt: evidenceBefore.at };
  }

  return {
    async replay(deviceId, at) {
      const judgement = await store.judgementAt({ deviceId, at });
      if (!judgement) return null;
      if (!judgement.kept) throw impossible('it was made before Assay kept what verdicts are made from');
      const { basis, digest } = judgement.kept;
      const after = await inputsOf(judgement, basis);
      const { previous, version, evidence } = basis;
      const context = { ...basis.context, osEol: after.context.osEol, previous };
      const assessment = assess(after.policy, after.signals, context);
      return {
        ...{ at: judgement.at, assessment, version, evidence, cause: judgement.change.cause },
        tiers: after.policy.tiers,
        isIdentical: digestOfAssessment(assessment).equals(digest),
        changes: changesBetween(
          previous,
          await inputsBefore(judgement, basis, after),
          after,
          basis.context.now,
        ),
      };
    },
  };
}

/** Null: none of the device's keys signed it. */
function readSigned(envelope: Envelope, keys: readonly DeviceKey[]): Report | null {
  const own = keys.find(({ keyId }) => Buffer.compare(keyId, envelope.keyId) === 0);
  try {
    return own ? decodeReport(verifyEnvelope('report', envelope, parsePublicKey(own.publicKey))) : null;
  } catch {
    return null;
  }
}

function contextOf({ basis }: KeptJudgement) {
  const { now: _now, evidenceAt: _evidenceAt, ...context } = basis.context;
  return context;
}

const impossible = (why: string) =>
  new AssayError('replay_impossible', `this verdict cannot be made again: ${why}`);
