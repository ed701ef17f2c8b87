import type {
  CanaryView,
  DeviceDetail,
  DeviceSummary,
  NoticeView,
  SignalView,
  TargetState,
  TimelineEntry,
} from '@assay/shared/api';
import { sinceWords } from './times.ts';

export type Assessment = NonNullable<DeviceDetail['assessment']>;
export type Check = Assessment['checks'][number];
type Tier = Assessment['tier'];
export type Standing = Tier | 'unjudged';
export type DeliveryState = NonNullable<TargetState['delivery']>['state'];

export const STANDING_WORDS: Record<Standing, string> = {
  trusted: 'Trusted',
  limited: 'Limited',
  untrusted: 'Untrusted',
  unjudged: 'Not judged yet',
};

export const PLATFORM_WORDS: Record<DeviceSummary['platform'], string> = {
  linux: 'Linux',
  macos: 'macOS',
  windows: 'Windows',
};

export const STATE_WORDS: Record<DeviceSummary['state'], string> = {
  active: 'active',
  pending: 'waits for approval',
  quarantined: 'quarantined',
  revoked: 'revoked',
  unenrolled: 'left',
};

/** What people call a device; one that has told no name is called by its id. */
export const nameOf = ({ hostname, id }: Pick<DeviceSummary, 'hostname' | 'id'>): string => hostname || id;

/** It is gone: no report of it is taken in any more. */
export const hasEnded = (state: DeviceSummary['state']): boolean =>
  state === 'revoked' || state === 'unenrolled';

/** Why there is no verdict, and what to do about it if anything can be done. */
export const unjudgedWords = (state: DeviceSummary['state']): string =>
  hasEnded(state)
    ? 'No report of it ever arrived, and none is taken in any more.'
    : 'The device is enrolled but its first report has not arrived. Start its agent: assay-agent run.';

export const OUTCOME_WORDS: Record<Check['outcome'], string> = {
  pass: 'Passes',
  fail: 'Fails',
  unknown: 'Could not tell',
  not_applicable: 'Does not apply',
};

export const SIGNAL_STATUS_WORDS: Record<SignalView['status'], string> = {
  ok: 'Found',
  absent: 'Not there',
  unknown: 'Could not tell',
};

export const DELIVERY_WORDS: Record<DeliveryState, string> = {
  queued: 'Waiting to be sent',
  retrying: 'Refused or unreachable, trying again',
  delivered: 'Accepted',
  dead: 'Given up',
  superseded: 'Replaced by a newer verdict',
};

export const NOTICE_WORDS: Record<NoticeView['event'], string> = {
  'exemption.ending': 'An exemption ends soon',
  'exemption.ended': 'An exemption ended',
  'break_glass.started': 'Break-glass began',
  'break_glass.ended': 'Break-glass ended',
};

export const TIMELINE_WORDS: Record<TimelineEntry['kind'], string> = {
  enrolled: 'Enrolled',
  assessment: 'Assessed',
  tier: 'Tier changed',
  delivery: 'Told a target',
  revoked: 'Revoked',
  approved: 'Approved',
  unenrolled: 'Un-enrolled',
  owner: 'Owner changed',
  key: 'Device key',
  conflict: 'Conflict',
  offline: 'Seen while offline',
  lost: 'Reports lost',
  exemption: 'Exemption',
};

export const CANARY_WORDS: Record<CanaryView['state'], string> = {
  off: 'Switched off',
  starting: 'Starting',
  ok: 'Changes are told',
  failing: 'Changes are not told',
};

export const CANARY_STEP_WORDS: Record<NonNullable<CanaryView['lastFailure']>['step'], string> = {
  connect: 'before a session was open',
  report: 'with its report',
  tell: 'on the way to its target',
};

/** Words for a target kind; a kind this console doesn't know is shown by its own name. */
export const kindWords = (kind: string): string =>
  ({ webhook: 'Webhook', ssf: 'SSF push stream' })[kind] ?? kind;

/** `1 check`, `3 checks`, `no checks`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  n === 0 ? `no ${many}` : `${n} ${n === 1 ? one : many}`;

/** A message as a sentence: messages are written lower case and without a full stop, for logs. */
export function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A signed number with a real minus sign: `+30`, `−21`, `0`. */
export const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

/** `Untrusted since 09:14 today`. */
export const verdictLine = (assessment: Assessment, now: number): string =>
  `${STANDING_WORDS[assessment.tier]} since ${sinceWords(assessment.tierSince, now)}`;

/** `Score 49; limited starts at 50`: the next tier's start, or the own tier's where there is none above. */
export function scoreLine({ score, tier, tiers }: Assessment): string {
  if (!tiers) return `Score ${score}`;
  const aim = tier === 'untrusted' ? 'limited' : 'trusted';
  return `Score ${score}; ${aim} starts at ${tiers[aim]}`;
}

/** A check that counts against the device. */
export const costsPoints = (check: Check): boolean => check.counts === true;

/** A share as people read it: `99.95 %`, and never `100 %` of what is not whole. */
export function percent(share: number, digits = 2): string {
  const factor = 100 * 10 ** digits;
  const shown = share < 1 ? Math.min(Math.round(share * factor), factor - 1) : Math.round(share * factor);
  return `${shown / 10 ** digits} %`;
}

/** A time of some milliseconds: `34 ms`, `1.2 s`. */
export const shortTime = (ms: number): string =>
  ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${Math.round(ms / 100) / 10} s`;

/** A part as a share of the whole: `98.4 %`; `–` of nothing. */
export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : percent(part / whole, 1);

/** Through what somebody acted. */
export const AUDIT_SOURCE_WORDS = {
  console: 'in the console',
  api: 'by the API',
  cli: 'on the command line',
  collector: 'by itself',
} as const;
