import Type, { type Static } from 'typebox';
import { Nullable, Owner, Time, Why } from './pieces.ts';

/** What administrators do to devices themselves. */

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
  { reason: Why("told to the device's agent, too") },
  { additionalProperties: false },
);
export const SetOwner = Type.Object(
  {
    // One schema of both types: of a choice between two, validation makes null of an empty text, and nobody of a script's
    // empty variable.
    owner: Type.Unsafe<string | null>({ ...Owner, type: ['string', 'null'], description: 'null: nobody' }),
  },
  { additionalProperties: false },
);
