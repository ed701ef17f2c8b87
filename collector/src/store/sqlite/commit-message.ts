import type { Assessment, Tier } from '@assay/shared';
import type { VerdictChange } from '../../publish/target.ts';
import { type Commit, type Evidence, isCause } from '../report-log.ts';

/** A change of the verdict as the tables take it: what is large is text already. */
export interface ChangeMessage {
  /** The whole `VerdictChange`. */
  text: string;
  /** Null: the one before is the cause still of where the device stands. */
  cause: string | null;
  /** What became of the device itself, if that is the news. */
  lifecycle: NonNullable<VerdictChange['lifecycle']>['kind'] | null;
  movedVerdict: boolean;
  score: number;
  basis: string | null;
  /** As `toLatin1` makes of bytes. */
  digest: string | null;
}

/**
 * A commit on its way to the writer's thread. Everything in it is copied twice on that way, so it holds no more than is
 * written: an assessment only when it says something new, and as text, which is copied as one piece. Bytes are text as well:
 * to copy one array of them takes longer than all else of a commit.
 */
export interface CommitMessage
  extends Omit<
    Commit,
    'evidence' | 'assessment' | 'isRestated' | 'change' | 'judgement' | 'deliveries' | 'inBackground'
  > {
  /** Its bytes as `toLatin1` makes of them. */
  evidence: { number: number; payload: string; keyId: string; signature: string } | null;
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
  const {
    evidence,
    assessment,
    isRestated,
    change,
    judgement,
    deliveries,
    inBackground: _,
    ...rest
  } = commit;
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
      cause: isCause(change, commit.lifecycle) ? JSON.stringify(change.cause) : null,
      lifecycle: change.lifecycle?.kind ?? null,
      movedVerdict: movedVerdict(change),
      score: assessment.score,
      basis: judgement && JSON.stringify(judgement.basis),
      digest: judgement && toLatin1(judgement.digest),
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

/** A letter for each byte. */
const toLatin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The bytes that a text stands for. */
export const fromLatin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const packEvidence = ({ number, payload, keyId, signature }: Evidence): CommitMessage['evidence'] => ({
  number,
  payload: toLatin1(payload),
  keyId: toLatin1(keyId),
  signature: toLatin1(signature),
});

type PackedEvidence = NonNullable<CommitMessage['evidence']>;

export const unpackEvidence = ({ number, payload, keyId, signature }: PackedEvidence): Evidence => ({
  number,
  payload: fromLatin1(payload),
  keyId: fromLatin1(keyId),
  signature: fromLatin1(signature),
});
