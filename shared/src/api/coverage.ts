import Type, { type Static } from 'typebox';
import { Count, Nullable, Time } from './pieces.ts';

/** Schemas of what a security team shows its board. */

const Tiers = Type.Object({ trusted: Count, limited: Count, untrusted: Count });

const Checks = Type.Record(
  Type.String(),
  Type.Object({
    pass: Count,
    fail: Count,
    unknown: Count,
    exempt: Type.Integer({ description: 'does not pass, and is excused by a person' }),
    oldestSince: Nullable(Type.Integer({ description: 'since when the one that has failed longest does' })),
  }),
  {
    description:
      'devices by what a check makes of them, by its id; those that it does not apply to are in none',
  },
);

const Freshness = (description: string) => Type.Object({ verdicts: Count, fresh: Count }, { description });

export const Coverage = Type.Object({
  at: Type.Integer({ description: 'when the fleet was looked at last, ms since 1970 UTC' }),
  now: Type.Object({
    enrolled: Count,
    reporting: Type.Integer({ description: 'with a signed report of the last 24 hours' }),
    judged: Count,
    fresh: Type.Integer({ description: 'whose verdict rests on evidence that the policy still accepts' }),
    tiers: Tiers,
    ages: Type.Object(
      { '1h': Count, '4h': Count, '24h': Count, '7d': Count, older: Count },
      { description: 'verdicts in force by how old the newest evidence behind them is, at most' },
    ),
    checks: Checks,
    agents: Type.Record(Type.String(), Count, {
      description: 'enrolled devices by the version of their agent; many versions are summed as "other"',
    }),
  }),
  days: Type.Array(
    Type.Object({
      at: Type.Integer({ description: 'the end of the day, UTC; of the last one, now' }),
      hours: Type.Integer({ description: 'in how many hours of it the collector looked; 0: it was off' }),
      look: Nullable(
        Type.Object(
          { enrolled: Count, reporting: Count, judged: Count, tiers: Tiers, checks: Checks },
          { description: 'how the fleet stood at the last look of the day; null: nobody looked' },
        ),
      ),
      inForce: Freshness('verdicts that were in force, counted once an hour, and on fresh evidence'),
      told: Freshness('changes of verdict that were published, and on fresh evidence'),
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
