import Type, { type Static } from 'typebox';
import { AssessmentView } from './assessment.ts';
import { ConflictView } from './lifecycle.ts';
import { DELIVERY, DeviceStateSchema, Nullable, PlatformSchema, TierSchema, Time } from './pieces.ts';

/** Devices, as they are listed and shown. */

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
  canary: Type.Optional(
    Type.Boolean({ description: "the collector's own, which measures it; in no list and no count" }),
  ),
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
  delivery: Nullable(Type.Object({ ...DELIVERY, tier: TierSchema })),
});
export type TargetState = Static<typeof TargetState>;

export const DeviceDetail = Type.Object({
  device: DeviceSummary,
  hardware: Type.Object({
    vendor: Nullable(Type.String()),
    model: Nullable(Type.String()),
    uuid: Nullable(Type.String()),
    virtual: Nullable(Type.Boolean()),
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
