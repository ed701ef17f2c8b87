import Type, { type Static } from 'typebox';
import { Time } from './pieces.ts';

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
