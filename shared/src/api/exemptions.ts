import Type, { type Static } from 'typebox';
import { Nullable, Time, Why } from './pieces.ts';

/** What is excused, and until when. */

const Reason = Why('why, for those who look later');
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
