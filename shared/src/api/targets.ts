import Type, { type Static } from 'typebox';
import { Nullable, Time } from './pieces.ts';

/** Places that verdicts are published to. */

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
    name: Type.String({
      ...{ minLength: 1, maxLength: 100, pattern: '^[^\\p{Cc}]*[^\\s\\p{Cc}][^\\p{Cc}]*$' },
      description: 'one line that can be read',
    }),
    kind: Type.String({ minLength: 1, maxLength: 40 }),
    config: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: false },
);
export type NewTarget = Static<typeof NewTarget>;

/** `secret` is shown once, where the kind makes one. */
export const CreatedTarget = Type.Object({ target: TargetView, secret: Nullable(Type.String()) });
export type CreatedTarget = Static<typeof CreatedTarget>;
