import type { Assessment, Tier } from '@assay/shared';
import type { VerdictChange } from '../../publish/target.ts';
import type { Commit, Evidence } from '../report-log.ts';

/** A change of the verdict as the tables take it: what is large is text already. */
export interface ChangeMessage {
  /** The whole `VerdictChange`. */
  text: string;
  cause: string;
  /** What became of the device itself, if that is the news. */
  lifecycle: NonNullable<VerdictChange['lifecycle']>['kind'] | null;
  movedVerdict: boolean;
  score: number;
  basis: string | null;
  digest: Uint8Array | null;
}

/**
 * A commit on its way to the writer's thread. Everything in it is copied twice on that way, so it holds no more than is
 * written: an assessment only when it says something new, and as text, which is copied as one piece.
 */
export interface CommitMessage
  extends Omit<Commit, 'evidence' | 'assessment' | 'isRestated' | 'change' | 'judgement' | 'deliveries'> {
  evidence: { number: number; bytes: Uint8Array; payloadBytes: number; keyBytes: number } | null;
  times: { assessedAt: number; validUntil: number; nextLookAt: number | null };
  policy: string;
  tier: Tier;
  /** The whole assessment; null: it says what the one before said. */
  assessment: string | null;
  /** What exemptions excuse of it; empty where it is null. */
  waived: readonly { check: string; exemption: string; points: number }[];
  change: ChangeMessage | null;
  deliveries: {
    id: string;
    targetId: string;
    event: string;
    tier: Tier;
    /** Null: the commit's own change. */
    change: string | null;
    createdAt: number;
    nextAttemptAt: number;
  }[];
}

const NOTHING_WAIVED: CommitMessage['waived'] = [];

const waivedIn = ({ checks }: Assessment): CommitMessage['waived'] =>
  checks.flatMap(({ check, worth, excuse }) =>
    excuse?.kind === 'exempt' ? { check, exemption: excuse.id, points: worth } : [],
  );

export function toCommitMessage(commit: Commit): CommitMessage {
  const { evidence, assessment, isRestated, change, judgement, deliveries, ...rest } = commit;
  const { policy, tier, assessedAt, validUntil, nextLookAt } = assessment;
  return {
    ...rest,
    evidence: evidence && packEvidence(evidence),
    times: { assessedAt, validUntil, nextLookAt },
    policy: policy.hash,
    tier,
    assessment: isRestated ? null : JSON.stringify(assessment),
    waived: isRestated ? NOTHING_WAIVED : waivedIn(assessment),
    change: change && {
      text: JSON.stringify(change),
      cause: JSON.stringify(change.cause),
      lifecycle: change.lifecycle?.kind ?? null,
      movedVerdict: movedVerdict(change),
      score: assessment.score,
      basis: judgement && JSON.stringify(judgement.basis),
      digest: judgement?.digest ?? null,
    },
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      targetId: delivery.targetId,
      event: delivery.event,
      tier: delivery.change.current.tier,
      change: delivery.change === change ? null : JSON.stringify(delivery.change),
      createdAt: delivery.createdAt,
      nextAttemptAt: delivery.nextAttemptAt,
    })),
  };
}

const movedVerdict = ({ previous, current }: VerdictChange): boolean =>
  previous === null || previous.score !== current.score || previous.tier !== current.tier;

// One array of exactly these bytes: what is cloned of a view is the whole buffer that it looks into, for a report the
// socket's last read.
function packEvidence({ number, payload, keyId, signature }: Evidence): CommitMessage['evidence'] {
  const bytes = new Uint8Array(payload.length + keyId.length + signature.length);
  bytes.set(payload);
  bytes.set(keyId, payload.length);
  bytes.set(signature, payload.length + keyId.length);
  return { number, bytes, payloadBytes: payload.length, keyBytes: keyId.length };
}

export function unpackEvidence({
  number,
  bytes,
  payloadBytes,
  keyBytes,
}: NonNullable<CommitMessage['evidence']>): Evidence {
  const signatureAt = payloadBytes + keyBytes;
  return {
    number,
    payload: bytes.subarray(0, payloadBytes),
    keyId: bytes.subarray(payloadBytes, signatureAt),
    signature: bytes.subarray(signatureAt),
  };
}
