import Type, { type Static, type TSchema } from 'typebox';

/** Requests and answers about the policy: its versions, what they would do, and bringing one into force. */

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.Integer({ description: 'milliseconds since 1970 UTC' });
const Hash = Type.String({ description: '`sha256:` and the hex digest of the canonical policy' });
const Count = Type.Integer({ minimum: 0 });
const Reason = Type.String({ minLength: 1, maxLength: 300, description: 'why; kept for ever' });
const strict = { additionalProperties: false };

/** As large as a policy's text may be. */
export const MAX_POLICY_CHARACTERS = 256 * 1024;
const Source = Type.String({
  minLength: 1,
  maxLength: MAX_POLICY_CHARACTERS,
  description: 'the policy document, YAML, includes resolved',
});

export const PlannedEffect = Type.Object({ devices: Count, newlyUntrusted: Count, changesTier: Count });
export type PlannedEffect = Static<typeof PlannedEffect>;

/** One time that a version came into force. */
export const PolicyActivationView = Type.Object({
  id: Type.Integer(),
  at: Time,
  hash: Hash,
  name: Type.String(),
  previous: Nullable(Hash),
  kind: Type.Enum(['built_in', 'given', 'applied', 'rolled_back', 'staged', 'halted']),
  by: Type.String(),
  reason: Type.String(),
  planned: Nullable(PlannedEffect),
});
export type PolicyActivationView = Static<typeof PolicyActivationView>;

export const PolicyHistory = Type.Object({
  activations: Type.Array(PolicyActivationView),
  next: Nullable(Type.Integer({ description: 'cursor of the next page' })),
});
export type PolicyHistory = Static<typeof PolicyHistory>;

export const PolicyVersionView = Type.Object({ hash: Hash, name: Type.String(), source: Type.String() });
export type PolicyVersionView = Static<typeof PolicyVersionView>;

/** The version in force, and how far the fleet is judged by it. */
export const PolicyStatus = Type.Object({
  active: PolicyActivationView,
  reassessing: Type.Object(
    { running: Type.Boolean(), total: Count, done: Count },
    { description: 'devices judged anew since the version came into force, or since the last start' },
  ),
});
export type PolicyStatus = Static<typeof PolicyStatus>;

export const ApplyPolicy = Type.Object({ source: Source, reason: Reason }, strict);
export type ApplyPolicy = Static<typeof ApplyPolicy>;

export const PolicyApplied = Type.Object({
  activation: PolicyActivationView,
  changed: Type.Boolean({ description: 'false: this version was in force already' }),
});
export type PolicyApplied = Static<typeof PolicyApplied>;

export const RollBackPolicy = Type.Object(
  {
    to: Type.Optional(
      Type.String({ maxLength: 71, description: 'hash of an earlier version; by default the one before' }),
    ),
    reason: Reason,
  },
  strict,
);
export type RollBackPolicy = Static<typeof RollBackPolicy>;
