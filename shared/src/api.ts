import Type, { type Static, type TSchema } from 'typebox';
import { ReplayFacts } from './api-replay.ts';

export * from './api-coverage.ts';
export * from './api-policy.ts';
export type { VerdictMoveView } from './api-replay.ts';

/** Requests and answers of the HTTP API (/api/v1) as schemas; times are milliseconds since 1970 UTC. */

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.Integer({ description: 'milliseconds since 1970 UTC' });
const TierSchema = Type.Enum(['trusted', 'limited', 'untrusted']);
const PlatformSchema = Type.Enum(['linux', 'macos', 'windows']);
const OutcomeSchema = Type.Enum(['pass', 'fail', 'unknown', 'not_applicable']);

/** RFC 9457 problem details; `code` is from the error catalogue. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;

const DeviceStateSchema = Type.Enum(['active', 'pending', 'quarantined', 'revoked', 'unenrolled'], {
  description: 'pending: an administrator must approve it; quarantined: a conflict is open',
});
const Owner = Type.String({ maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' });
const OnConflict = Type.Enum(['quarantine', 'replace'], {
  description:
    'what becomes of a machine that comes with another key: the newcomer is quarantined, or takes the place of the old',
});

/** Two devices, or two copies of one, at odds. `deviceId` is the one that brought it about. */
export const ConflictView = Type.Object({
  id: Type.String(),
  deviceId: Type.String(),
  otherId: Nullable(Type.String({ description: 'null: one device in two copies' })),
  kind: Type.Enum([
    'same_hardware',
    'claimed_hardware',
    'hardware_changed',
    'two_places',
    'number_rolled_back',
    'number_reused',
    'retired_key',
  ]),
  detail: Type.String(),
  at: Time,
});
export type ConflictView = Static<typeof ConflictView>;

export const ResolveConflict = Type.Object(
  {
    resolution: Type.Enum(['keep_this', 'keep_both', 'keep_other'], {
      description: '`this` is `deviceId` of the conflict; the one that is not kept is revoked',
    }),
  },
  { additionalProperties: false },
);
export type ResolveConflict = Static<typeof ResolveConflict>;

export const RevokeDevice = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 300, description: "told to the device's agent, too" }) },
  { additionalProperties: false },
);
export const SetOwner = Type.Object({ owner: Nullable(Owner) }, { additionalProperties: false });

export const DeviceSummary = Type.Object({
  id: Type.String(),
  hostname: Type.String(),
  platform: PlatformSchema,
  serial: Nullable(Type.String()),
  model: Nullable(Type.String()),
  owner: Nullable(Type.String()),
  groups: Type.Array(Type.String()),
  state: DeviceStateSchema,
  stateReason: Type.String(),
  conflicts: Type.Array(ConflictView, { description: 'open ones, whichever side it is on' }),
  connected: Type.Boolean(),
  enrolledAt: Time,
  lastSeenAt: Nullable(Time),
  score: Nullable(Type.Integer()),
  tier: Nullable(TierSchema),
  tierSince: Nullable(Time),
  failing: Type.Array(Type.String({ description: 'title of a check that costs points' })),
});
export type DeviceSummary = Static<typeof DeviceSummary>;

export const DeviceList = Type.Object({
  devices: Type.Array(DeviceSummary),
  next: Nullable(Type.String({ description: 'cursor of the next page' })),
  total: Type.Integer(),
  tiers: Type.Object({
    trusted: Type.Integer(),
    limited: Type.Integer(),
    untrusted: Type.Integer(),
    unjudged: Type.Integer(),
  }),
});
export type DeviceList = Static<typeof DeviceList>;

const ExcuseSchema = Type.Union([
  Type.Object({ kind: Type.Enum(['observe', 'warn']) }),
  Type.Object({ kind: Type.Enum(['hold', 'grace']), until: Time }),
  Type.Object({
    kind: Type.Enum(['exempt', 'break_glass']),
    until: Time,
    id: Type.String(),
    by: Type.String(),
    reason: Type.String(),
  }),
]);

const CheckResultSchema = Type.Object({
  check: Type.String(),
  title: Type.String(),
  outcome: OutcomeSchema,
  required: Type.Boolean(),
  worth: Type.Integer(),
  points: Type.Integer(),
  signals: Type.Array(Type.String()),
  explain: Type.String(),
  remedy: Type.String(),
  since: Time,
  counts: Type.Optional(
    Type.Boolean({ description: 'true: it withholds its points, and caps the score if it is required' }),
  ),
  user: Type.Optional(Type.String({ description: "what the device's user reads of it" })),
  stage: Type.Optional(Type.Enum(['observe', 'warn'], { description: 'missing: enforced' })),
  audience: Type.Optional(Type.Enum(['user', 'it'], { description: 'whose it is to mend; missing: both' })),
  failing: Type.Optional(Type.Object({ since: Time, enforcedFrom: Nullable(Time) })),
  excuse: Type.Optional(ExcuseSchema),
});

const FixSchema = Type.Object({
  tier: Type.Enum(['trusted', 'limited']),
  score: Type.Integer({ description: 'then' }),
  checks: Type.Array(Type.String({ description: 'id of a check' })),
});

export const AssessmentView = Type.Object({
  policy: Type.Object({ name: Type.String(), hash: Type.String() }),
  assessedAt: Time,
  score: Type.Integer(),
  tier: TierSchema,
  tiers: Type.Optional(
    Type.Object(
      { trusted: Type.Integer(), limited: Type.Integer() },
      { description: 'the score at which each tier starts, by this policy' },
    ),
  ),
  compliant: Type.Boolean(),
  tierSince: Time,
  validUntil: Time,
  nextLookAt: Nullable(Time),
  checks: Type.Array(CheckResultSchema),
  cap: Nullable(Type.Object({ check: Type.String(), limit: Type.Integer(), points: Type.Integer() })),
  fixes: Type.Array(FixSchema, { description: 'for each better tier in reach, the fewest checks to mend' }),
  restriction: Type.Optional(
    Nullable(
      Type.Object(
        {
          state: Type.Enum(['pending', 'quarantined', 'revoked', 'unenrolled']),
          title: Type.String(),
          explain: Type.String(),
          remedy: Type.String(),
        },
        { description: 'what keeps the device from being trusted whatever its posture is: the cap is its' },
      ),
    ),
  ),
});
export type AssessmentView = Static<typeof AssessmentView>;

/** A verdict of the past, made again from what is stored. */
export const ReplayedAssessment = Type.Object({ ...ReplayFacts, assessment: AssessmentView });
export type ReplayedAssessment = Static<typeof ReplayedAssessment>;

/** One observation as people read it, with the raw value beside. */
export const SignalView = Type.Object({
  name: Type.String(),
  title: Type.String(),
  status: Type.Enum(['ok', 'absent', 'unknown']),
  summary: Type.String(),
  value: Type.Unknown(),
  reason: Nullable(Type.String()),
  observedAt: Time,
  source: Type.String({ description: 'who says it, e.g. agent' }),
});
export type SignalView = Static<typeof SignalView>;

/** What one target was last told of this device, and what it answered. */
export const TargetState = Type.Object({
  target: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  delivery: Nullable(
    Type.Object({
      id: Type.String(),
      event: Type.String(),
      tier: TierSchema,
      state: Type.Enum(['queued', 'retrying', 'delivered', 'dead', 'superseded']),
      createdAt: Time,
      attempts: Type.Integer(),
      lastAttemptAt: Nullable(Time),
      nextAttemptAt: Nullable(Time),
      answer: Nullable(Type.String()),
      status: Nullable(Type.Integer()),
    }),
  ),
});
export type TargetState = Static<typeof TargetState>;

export const DeviceDetail = Type.Object({
  device: DeviceSummary,
  hardware: Type.Object({
    vendor: Nullable(Type.String()),
    model: Nullable(Type.String()),
    uuid: Nullable(Type.String()),
    virtual: Type.Boolean(),
  }),
  evidence: Type.Object({
    keyId: Type.String({ description: 'RFC 7638 thumbprint, base64url' }),
    keyAlgorithm: Type.String(),
    keyStorage: Type.String(),
    agentVersion: Nullable(Type.String()),
    inspectedRoot: Type.String({ description: '"/" unless the agent looks at a disk image or test tree' }),
    lastReportNumber: Type.Integer(),
    lastReportAt: Nullable(Time),
  }),
  assessment: Nullable(AssessmentView),
  cause: Nullable(Type.Object({ kind: Type.String(), text: Type.String(), at: Time })),
  signals: Type.Array(SignalView),
  targets: Type.Array(TargetState),
});
export type DeviceDetail = Static<typeof DeviceDetail>;

export const TimelineEntry = Type.Object({
  id: Type.String(),
  at: Time,
  kind: Type.Enum([
    'enrolled',
    'assessment',
    'tier',
    'delivery',
    'revoked',
    'approved',
    'unenrolled',
    'owner',
    'key',
    'conflict',
    'offline',
    'lost',
    'exemption',
  ]),
  title: Type.String(),
  detail: Type.String(),
  score: Nullable(Type.Integer()),
  tier: Nullable(TierSchema),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const Timeline = Type.Object({
  entries: Type.Array(TimelineEntry),
  next: Nullable(Type.String({ description: 'cursor of older entries' })),
});
export type Timeline = Static<typeof Timeline>;

export const TargetView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  config: Type.Record(Type.String(), Type.Unknown()),
  createdAt: Time,
  queued: Type.Integer(),
  lastAcceptedAt: Nullable(Time),
  lastError: Nullable(Type.String()),
});
export type TargetView = Static<typeof TargetView>;
export const TargetList = Type.Object({ targets: Type.Array(TargetView) });
export type TargetList = Static<typeof TargetList>;

export const NewTarget = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    kind: Type.String({ minLength: 1, maxLength: 40 }),
    config: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
);
export type NewTarget = Static<typeof NewTarget>;

/** `secret` is shown once, where the kind makes one. */
export const CreatedTarget = Type.Object({ target: TargetView, secret: Nullable(Type.String()) });
export type CreatedTarget = Static<typeof CreatedTarget>;

export const NewEnrollmentToken = Type.Object(
  {
    uses: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1 })),
    expiresInS: Type.Optional(Type.Integer({ minimum: 60, maximum: 31_536_000, default: 86_400 })),
    owner: Type.Optional(Owner),
    approval: Type.Optional(
      Type.Boolean({ default: false, description: 'an administrator must approve each device' }),
    ),
    onConflict: Type.Optional(OnConflict),
    groups: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 32 })),
  },
  { additionalProperties: false },
);
export type NewEnrollmentToken = Static<typeof NewEnrollmentToken>;

/** `joinString` carries the token and is shown once. */
export const CreatedEnrollmentToken = Type.Object({
  id: Type.String(),
  joinString: Type.String(),
  expiresAt: Time,
  uses: Type.Integer(),
});
export type CreatedEnrollmentToken = Static<typeof CreatedEnrollmentToken>;

export const EnrollmentTokenView = Type.Object({
  id: Type.String(),
  createdAt: Time,
  expiresAt: Time,
  uses: Type.Integer(),
  used: Type.Integer(),
  owner: Nullable(Type.String()),
  groups: Type.Array(Type.String()),
  approval: Type.Boolean(),
  onConflict: OnConflict,
});
export const EnrollmentTokenList = Type.Object({ tokens: Type.Array(EnrollmentTokenView) });
export type EnrollmentTokenList = Static<typeof EnrollmentTokenList>;

const Reason = Type.String({
  minLength: 1,
  maxLength: 300,
  pattern: '\\S',
  description: 'why, for those who look later',
});
const Until = Type.Integer({ description: 'milliseconds since 1970 UTC; every exemption ends' });

/** For one device or for one group: exactly one of the two. */
export const NewExemption = Type.Object(
  {
    check: Type.String({ minLength: 1, maxLength: 63 }),
    device: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    group: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    reason: Reason,
    until: Until,
  },
  { additionalProperties: false },
);
export type NewExemption = Static<typeof NewExemption>;

/** Of a renewal, and of break-glass. */
export const ReasonAndEnd = Type.Object({ reason: Reason, until: Until }, { additionalProperties: false });
export type ReasonAndEnd = Static<typeof ReasonAndEnd>;

export const ExemptionView = Type.Object({
  id: Type.String(),
  check: Type.String(),
  title: Type.String({ description: "the check's, by the policy in force" }),
  device: Nullable(Type.Object({ id: Type.String(), hostname: Type.String() })),
  group: Nullable(Type.String()),
  reason: Type.String(),
  by: Type.String({ description: 'who asked for it' }),
  requestedAt: Time,
  approvedBy: Nullable(Type.String({ description: 'the second person, where the policy asks for one' })),
  from: Nullable(Time),
  until: Time,
  endedAt: Nullable(Time),
  endedBy: Nullable(Type.String()),
  renews: Nullable(Type.String()),
  state: Type.Enum(['waiting', 'active', 'ended', 'expired'], {
    description: 'waiting: for a second person; ended: before its time, by somebody; expired: by itself',
  }),
  endsSoon: Type.Boolean(),
  devices: Type.Integer({ description: 'that it excuses now' }),
  points: Type.Integer({ description: 'that it waives now' }),
});
export type ExemptionView = Static<typeof ExemptionView>;

export const ExemptionDebt = Type.Object({
  open: Type.Integer(),
  waiting: Type.Integer(),
  endingSoon: Type.Integer(),
  devices: Type.Integer({ description: 'pairs of a device and an exemption that excuses it now' }),
  deviceDays: Type.Number({ description: 'for each of them the days that are still granted' }),
  pointsWaived: Type.Integer({
    description: 'points that these devices would lose if all ended now, before any cap',
  }),
  oldest: Nullable(Type.Object({ id: Type.String(), since: Time }, { description: 'renewals counted in' })),
  renewals: Type.Integer({ description: 'of those that are open' }),
});
export type ExemptionDebt = Static<typeof ExemptionDebt>;

/** What the policy in force allows. */
export const ExemptionLimits = Type.Object({
  maxLengthMs: Type.Integer(),
  maxOpen: Type.Integer(),
  secondPerson: Type.Object({ renewals: Type.Boolean(), required: Type.Boolean() }),
  breakGlassMaxMs: Type.Integer(),
});
export type ExemptionLimits = Static<typeof ExemptionLimits>;

export const ExemptionList = Type.Object({
  exemptions: Type.Array(ExemptionView),
  next: Nullable(Type.String({ description: 'cursor of the next page' })),
  debt: ExemptionDebt,
  limits: ExemptionLimits,
  checks: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), required: Type.Boolean() }), {
    description: "the policy's, to be excused from",
  }),
});
export type ExemptionList = Static<typeof ExemptionList>;

export const BreakGlassView = Type.Object({
  id: Type.String(),
  by: Type.String(),
  reason: Type.String(),
  from: Time,
  until: Time,
});
export const BreakGlassState = Type.Object({ on: Nullable(BreakGlassView) });
export type BreakGlassState = Static<typeof BreakGlassState>;

export const AuditLog = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Time,
      who: Type.String(),
      action: Type.String(),
      subject: Type.String(),
      detail: Type.String(),
      hash: Type.String({ description: 'SHA-256 over the entry and the hash of the one before' }),
    }),
  ),
  next: Nullable(Type.Integer({ description: 'cursor of older entries' })),
});
export type AuditLog = Static<typeof AuditLog>;

export const SignIn = Type.Object(
  { code: Type.String({ minLength: 16, maxLength: 128 }) },
  { additionalProperties: false },
);
export const NewSignInCode = Type.Object(
  {
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        pattern: '\\S',
        description: 'who will sign in with it; only an API token may say so',
      }),
    ),
  },
  { additionalProperties: false },
);
export type NewSignInCode = Static<typeof NewSignInCode>;
export const Me = Type.Object({
  name: Type.String(),
  collector: Type.Object({ version: Type.String(), id: Type.String() }),
});
export type Me = Static<typeof Me>;

/** How the collector itself is doing; the problems, worst first. */
export const Health = Type.Object({
  status: Type.Enum(['ready', 'degraded', 'not ready']),
  problems: Type.Array(
    Type.Object({
      code: Type.String(),
      severity: Type.Enum(['down', 'degraded', 'notice'], {
        description:
          'down: reports are not accepted; degraded: verdicts or targets may be behind; notice: single devices',
      }),
      text: Type.String({ description: 'what is wrong, and what to do' }),
      since: Time,
    }),
  ),
  support_data: Type.Object(
    {
      as_of: Type.String({ description: 'YYYY-MM-DD' }),
      age_days: Type.Integer(),
      old: Type.Boolean({ description: 'a newer version of the collector would know more' }),
    },
    { description: 'how old the ends of support are that operating systems are judged by' },
  ),
});
export type Health = Static<typeof Health>;

/**
 * One server-sent event of GET /api/v1/events (event name `change`): what to look at again. `device` is null
 * when the change is about a target.
 */
export interface LiveChange {
  kind: 'assessment' | 'delivery' | 'connection' | 'enrollment' | 'policy' | 'exemption';
  device: string | null;
}
