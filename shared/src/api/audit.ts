import Type, { type Static } from 'typebox';
import { Nullable, Time } from './pieces.ts';

/** Who changed what. */

const Fields = Type.Record(Type.String(), Type.Unknown(), {
  description: 'what it was, or is now; secrets are left out',
});

export const AuditLog = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Time,
      who: Type.String(),
      action: Type.String(),
      subject: Type.String(),
      detail: Type.String(),
      source: Type.Optional(
        Type.Enum(['console', 'api', 'cli', 'collector'], {
          description: 'through what they acted; missing in what version 0.1 wrote',
        }),
      ),
      before: Type.Optional(Fields),
      after: Type.Optional(Fields),
      hash: Type.String({ description: 'SHA-256 over the entry and the hash of the one before' }),
    }),
  ),
  next: Nullable(Type.Integer({ description: 'cursor of older entries' })),
});
export type AuditLog = Static<typeof AuditLog>;
