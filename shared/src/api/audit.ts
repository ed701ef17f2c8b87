import Type, { type Static } from 'typebox';
import { Nullable, Time } from './pieces.ts';

/** Who changed what. */

export const AuditLog = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Time,
      who: Type.String(),
      action: Type.String(),
      subject: Type.String(),
      detail: Type.String(),
      hash: Type.String({ description: 'SHA-256 over the entry and the hash of the one before' }),
    }),
  ),
  next: Nullable(Type.Integer({ description: 'cursor of older entries' })),
});
export type AuditLog = Static<typeof AuditLog>;
