import Type, { type Static } from 'typebox';
import { Count, Nullable, TierSchema, Time, Why } from './pieces.ts';

/** Requests and answers about the policy: its versions, what they would do, and bringing one into force. */

const Hash = Type.String({ description: '`sha256:` and the hex digest of the canonical policy' });
const Reason = Why('why; kept for ever');
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

/** A version on its way into force. */
export const RolloutView = Type.Object({
  id: Type.Integer(),
  candidate: Hash,
  base: Type.String({ description: 'the version to go back to' }),
  name: Type.String(),
  state: Type.Enum(['running', 'done', 'halted', 'stopped']),
  stage: Type.Enum(['observe', 'warn', 'enforce']),
  startedAt: Time,
  stageSince: Time,
  stageUntil: Nullable(Time),
  planned: Type.Integer({ description: 'devices that were planned to become untrusted' }),
  limit: Type.Integer({ description: 'above this it halts itself' }),
  effect: Type.Integer({ description: 'as many would, or did, when it was last looked at' }),
  by: Type.String(),
  reason: Type.String(),
  detail: Type.String(),
});
export type RolloutView = Static<typeof RolloutView>;

/** The version in force, and how far the fleet is judged by it. */
export const PolicyStatus = Type.Object({
  active: PolicyActivationView,
  reassessing: Type.Object(
    { running: Type.Boolean(), total: Count, done: Count },
    { description: 'devices judged anew since the version came into force, or since the last start' },
  ),
  rollout: Nullable(RolloutView),
  lastPlan: Nullable(Type.String({ description: 'id of the newest finished plan since the last start' })),
});
export type PolicyStatus = Static<typeof PolicyStatus>;

const Standing = Type.Object({ tier: TierSchema, score: Type.Integer() });

/** A device whose tier is another one under the policy that is tried. */
export const Flip = Type.Object({
  device: Type.String(),
  hostname: Type.String(),
  owner: Nullable(Type.String()),
  groups: Type.Array(Type.String()),
  from: Standing,
  to: Standing,
  at: Time,
  checks: Type.Array(Type.String({ description: 'what counts against it and did not before' })),
});
export type Flip = Static<typeof Flip>;

const moves = { devices: Count, newlyUntrusted: Count, worse: Count, better: Count };

/** What a policy would do to the fleet. */
export const Effect = Type.Object({
  ...moves,
  groups: Type.Array(Type.Object({ group: Type.String({ description: 'empty: in none' }), ...moves })),
  checks: Type.Array(Type.Object({ check: Type.String(), devices: Count })),
  flips: Type.Array(Flip, { description: 'the first of them, by what they lose' }),
});
export type Effect = Static<typeof Effect>;

const Changed = Type.Object({ field: Type.String(), from: Type.String(), to: Type.String() });
const Named = { id: Type.String(), title: Type.String() };
export const PolicyDiffView = Type.Object({
  added: Type.Array(Type.Object(Named)),
  removed: Type.Array(Type.Object(Named)),
  changed: Type.Array(Type.Object({ ...Named, fields: Type.Array(Changed) })),
  settings: Type.Array(Changed),
});
export type PolicyDiffView = Static<typeof PolicyDiffView>;

/** Try a policy: on the fleet as it is now, or on what it said since a time. */
export const NewTrial = Type.Object(
  {
    kind: Type.Enum(['plan', 'simulation']),
    source: Source,
    since: Type.Optional(
      Type.Integer({ minimum: 0, description: 'of a simulation, ms; 30 days by default' }),
    ),
  },
  strict,
);
export type NewTrial = Static<typeof NewTrial>;

export const TrialView = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['plan', 'simulation']),
  startedAt: Time,
  active: Hash,
  candidate: Hash,
  name: Type.String(),
  done: Count,
  total: Count,
  seconds: Nullable(Type.Number()),
  failed: Nullable(Type.String()),
  diff: Nullable(PolicyDiffView),
  plan: Nullable(
    Type.Object({
      atOnce: Effect,
      inTheEnd: Type.Object(Effect.properties, { description: 'when hold and grace have run out' }),
      allowed: Type.Integer({ description: 'as many may become untrusted without a word' }),
    }),
  ),
  simulation: Nullable(
    Type.Object({
      effect: Effect,
      postures: Count,
      since: Time,
      unshown: Type.Object(
        {
          differences: Type.Array(Type.String()),
          isAll: Type.Boolean({ description: 'nothing else differs that could move a verdict' }),
        },
        { description: 'what differs between the two policies and cannot show in a simulation' },
      ),
    }),
  ),
});
export type TrialView = Static<typeof TrialView>;

export const ApplyPolicy = Type.Object(
  {
    source: Source,
    reason: Reason,
    plan: Type.Optional(
      Type.String({
        maxLength: 64,
        description: 'id of a finished plan of this policy; without, one is made',
      }),
    ),
    allowUntrusted: Type.Optional(
      Type.Integer({ minimum: 0, description: 'as many devices may become untrusted by it; 5 % by default' }),
    ),
    staged: Type.Optional(
      Type.Object(
        {
          observeMs: Nullable(Type.Integer({ minimum: 1000, description: 'null: until somebody says so' })),
          warnMs: Nullable(Type.Integer({ minimum: 1000 })),
          margin: Type.Optional(
            Type.Integer({ minimum: 0, description: 'how many more than planned may fall; 1 % by default' }),
          ),
        },
        {
          ...strict,
          description: 'observe, then warn, then enforce; halts itself when more falls than was planned',
        },
      ),
    ),
  },
  strict,
);
export type ApplyPolicy = Static<typeof ApplyPolicy>;

export const PolicyApplied = Type.Object({
  activation: PolicyActivationView,
  changed: Type.Boolean({ description: 'false: this version was in force already' }),
  rollout: Nullable(RolloutView),
});
export type PolicyApplied = Static<typeof PolicyApplied>;

export const StopRollout = Type.Object({ reason: Reason }, strict);

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
