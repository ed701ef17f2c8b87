import Type, { type Static } from 'typebox';
import { Nullable, OutcomeSchema, TierSchema, Time } from './pieces.ts';

/** Schemas of a verdict of the past that was made again. */

const Standing = Type.Object({
  outcome: OutcomeSchema,
  excuse: Nullable(Type.Enum(['observe', 'warn', 'exempt', 'break_glass', 'hold', 'grace'])),
});

/** What one change alone did to the verdict. */
export const VerdictMoveView = Type.Object({
  kind: Type.Enum(['first', 'time', 'policy', 'device', 'exemption', 'admin'], {
    description: 'admin: somebody changed the standing of the device itself',
  }),
  score: Type.Object({ from: Nullable(Type.Integer()), to: Type.Integer() }),
  tier: Type.Object({ from: Nullable(TierSchema), to: TierSchema }),
  checks: Type.Array(Type.Object({ check: Type.String(), from: Nullable(Standing), to: Nullable(Standing) })),
});
export type VerdictMoveView = Static<typeof VerdictMoveView>;

export const ReplayFacts = {
  at: Type.Integer({ description: 'when it was made; it held until the next one' }),
  identical: Type.Boolean({ description: 'it is the one that was published, to the bit' }),
  version: Type.String({ description: 'the Assay that made it' }),
  evidence: Type.Object({ number: Type.Integer({ description: '0: no report yet' }), at: Time }),
  changes: Type.Array(VerdictMoveView, { description: 'what moved it, one change after the other' }),
  cause: Type.Object(
    { kind: Type.String(), text: Type.String() },
    { description: 'what was said of it then' },
  ),
};
