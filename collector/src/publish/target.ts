import type { Clock, Finding, Platform, Tier } from '@assay/shared';
import type { TSchema } from 'typebox';
import type { Notice } from './notice.ts';

/** The part of an assessment that is published. Times are the collector's clock in milliseconds. */
export interface Verdict {
  score: number;
  tier: Tier;
  compliant: boolean;
  since: number;
  validUntil: number;
  policy: string;
}

/** Who a verdict is about: every key a consumer may match on. */
export interface Subject {
  deviceId: string;
  hostname: string;
  platform: Platform;
  serial: string | null;
  uuid: string | null;
  /** E-mail; null until somebody owns the device. */
  owner: string | null;
}

/** A change worth telling: from which verdict to which, and what caused it. */
export interface VerdictChange {
  subject: Subject;
  /** Null: the device was never judged before. */
  previous: Verdict | null;
  current: Verdict;
  cause: { kind: 'device' | 'policy' | 'time' | 'exemption' | 'first' | 'admin'; text: string };
  findings: Finding[];
  at: number;
  /** Missing where the verdict alone is the news. */
  lifecycle?: LifecycleNews;
  /**
   * What was told last is not known, for the collector was restored from a backup, or nothing was, for the target is newer
   * than the last verdict: all of it is news.
   */
  isToldAnew?: true;
}

/** What became of the device itself: it is gone for good, or it is somebody else's now (`subject` names the new owner). */
export type LifecycleNews =
  | { kind: 'revoked' | 'unenrolled' }
  | { kind: 'owner_changed'; previousOwner: string | null }
  /** The other half of an owner's change, for consumers that match on e-mail: `subject` names the owner it is taken from. */
  | { kind: 'withdrawn'; owner: string | null };

/** One event on its way to one target. */
export interface Delivery {
  /** UUIDv7; the consumer's key for recognising a repetition (jti, webhook-id). */
  id: string;
  targetId: string;
  deviceId: string;
  /** Event name in the target kind's own words. */
  event: string;
  change: VerdictChange;
  createdAt: number;
  attempts: number;
  /** Not before this. */
  nextAttemptAt: number;
  /** When a person last asked for it to be sent again; missing: nobody did. */
  askedAt?: number;
}

/** A notice on its way to one target; what is told of one subject goes in order. */
export interface NoticeDelivery extends Omit<Delivery, 'change'> {
  notice: Notice;
}

/** All that a worker sends. */
export type Outgoing = Delivery | NoticeDelivery;

export const isNotice = (outgoing: Outgoing): outgoing is NoticeDelivery => 'notice' in outgoing;

/** What a target said to one attempt. `detail` is shown to people: no secrets, at most 500 characters. */
export type Answer =
  | { result: 'accepted'; status: number; detail: string }
  | { result: 'retry'; status: number | null; detail: string; retryAfterMs?: number }
  | { result: 'refused'; status: number | null; detail: string };

/** Sends to one configured target. */
export interface Sender {
  /** One attempt. Every attempt at a delivery passes the same object. Answers rather than throws; a throw is a `retry`. */
  send(delivery: Delivery, signal: AbortSignal): Promise<Answer>;
  /** The same for news of no single device; missing where the kind takes none. */
  tell?(delivery: NoticeDelivery, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

/** What a sender may use of the collector. */
export interface SenderServices {
  /** Signs a SET payload as the issuer. */
  signSet(claims: Record<string, unknown>, alg: SigningAlg): Promise<string>;
  /** The collector's own URL, without a trailing slash: `iss` of every SET. */
  issuer: string;
  /** When an attempt is made. */
  clock: Clock;
}

export type SigningAlg = 'ES256' | 'RS256';

/** One kind of target, found by its name; adding one touches nothing else. */
export interface TargetKind<Config = unknown> {
  kind: string;
  /**
   * `events` targets get every event, unless more than a hundred wait of a device that is gone for good; `state` targets get
   * only the newest of each event name of a device, so that they need at most one event name for each thing they mirror.
   */
  carries: 'state' | 'events';
  configSchema: TSchema;
  /** Fields of the configuration that are never shown again. */
  secrets: readonly (keyof Config & string)[];
  /** Hears of the canary, and of nobody else; the others never hear of it. */
  isForCanary?: true;
  /** Which events this configuration wants for a change; pure. */
  eventsFor(config: Config, change: VerdictChange): string[];
  /** Whether this configuration wants a notice; pure. Missing: none. */
  wantsNotice?(config: Config, event: Notice['event']): boolean;
  create(config: Config, services: SenderServices): Sender;
}
