import Type, { type Static } from 'typebox';
import { Nullable, OnConflict, Owner, Time } from './pieces.ts';

/** What lets new devices in. */

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
