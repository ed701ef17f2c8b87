import Type, { type Static } from 'typebox';
import { Nullable } from './pieces.ts';

/** Who asks. */

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
export const CreatedSignInCode = Type.Object({
  code: Type.String(),
  publicUrl: Nullable(
    Type.String({ description: 'where others than this machine use it; null: it was not told' }),
  ),
});
export type CreatedSignInCode = Static<typeof CreatedSignInCode>;
export const Me = Type.Object({
  name: Type.String(),
  collector: Type.Object({ version: Type.String(), id: Type.String() }),
});
export type Me = Static<typeof Me>;
