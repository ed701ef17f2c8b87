import Type, { type Static } from 'typebox';
import { Count, Nullable, Time } from './pieces.ts';

/** Schemas of what a security team shows its board. */

export const Coverage = Type.Object({
  at: Time,
  now: Type.Object({
    enrolled: Count,
    reporting: Type.Integer({ description: 'with a signed report of the last 24 hours' }),
    judged: Count,
    fresh: Type.Integer({ description: 'whose verdict rests on evidence that the policy still accepts' }),
  }),
  days: Type.Array(
    Type.Object({
      at: Type.Integer({ description: 'the end of the day, UTC; of the last one, now' }),
      tiers: Type.Object({ trusted: Count, limited: Count, untrusted: Count }),
      failing: Type.Record(Type.String(), Count, { description: 'devices that failed a check, by its id' }),
    }),
  ),
  mending: Type.Array(
    Type.Object({
      check: Type.String(),
      mended: Count,
      meanMs: Nullable(Type.Integer({ description: 'from failing to passing again' })),
      open: Count,
      oldestSince: Nullable(Time),
    }),
  ),
});
export type Coverage = Static<typeof Coverage>;
