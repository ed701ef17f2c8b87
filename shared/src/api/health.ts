import Type, { type Static } from 'typebox';
import { Nullable, Time } from './pieces.ts';

/** The collector's own device: how long it takes until a change is told, measured all the time. */
export const CanaryView = Type.Object({
  state: Type.Enum(['off', 'starting', 'ok', 'failing'], {
    description: 'failing: the last two probes or more did not get through',
  }),
  device: Nullable(Type.String()),
  intervalS: Type.Number({ description: 'between two probes; 0: it is switched off' }),
  objective: Type.Object({
    withinMs: Type.Integer({ description: 'within which a probe counts as told in time' }),
    share: Type.Number({ description: 'the share of probes that is promised to be' }),
  }),
  lastFailure: Nullable(
    Type.Object({
      at: Time,
      step: Type.Enum(['connect', 'report', 'tell'], { description: 'where it ended' }),
      reason: Type.String(),
    }),
  ),
  windows: Type.Array(
    Type.Object({
      window: Type.Enum(['1h', '24h', '30d']),
      probes: Type.Integer(),
      good: Type.Integer({ description: 'told in time' }),
      failed: Type.Integer({ description: 'never acknowledged or never told; the others were late' }),
      share: Nullable(Type.Number({ description: 'null: there were no probes' })),
      budgetLeft: Nullable(
        Type.Number({
          description: 'of the probes that may be late or lost: 1 is all, 0 none, less a broken promise',
        }),
      ),
    }),
    { description: 'while the collector was off nothing was measured, and nothing counts' },
  ),
  recent: Type.Array(
    Type.Object({ at: Time, toldMs: Nullable(Type.Number({ description: 'null: it failed' })) }),
    { description: 'the last probes since the start, the oldest first' },
  ),
});
export type CanaryView = Static<typeof CanaryView>;

/** How the collector itself is doing; the problems, worst first. */
export const Health = Type.Object({
  status: Type.Enum(['ready', 'degraded', 'not ready']),
  problems: Type.Array(
    Type.Object({
      code: Type.String(),
      severity: Type.Enum(['down', 'degraded', 'notice'], {
        description:
          'down: reports are not accepted; degraded: verdicts or targets may be behind; notice: single devices',
      }),
      text: Type.String({ description: 'what is wrong, and what to do' }),
      since: Time,
    }),
  ),
  canary: CanaryView,
  support_data: Type.Object(
    {
      as_of: Type.String({ description: 'YYYY-MM-DD' }),
      age_days: Type.Integer(),
      old: Type.Boolean({ description: 'a newer version of the collector would know more' }),
    },
    { description: 'how old the ends of support are that operating systems are judged by' },
  ),
});
export type Health = Static<typeof Health>;
