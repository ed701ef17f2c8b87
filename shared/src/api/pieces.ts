import Type, { type TSchema } from 'typebox';

/** Pieces that several schemas of the API are made of. */

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Time = Type.Integer({ description: 'milliseconds since 1970 UTC' });
export const Count = Type.Integer({ minimum: 0 });
export const TierSchema = Type.Enum(['trusted', 'limited', 'untrusted']);
export const PlatformSchema = Type.Enum(['linux', 'macos', 'windows']);
export const OutcomeSchema = Type.Enum(['pass', 'fail', 'unknown', 'not_applicable']);
export const DeviceStateSchema = Type.Enum(['active', 'pending', 'quarantined', 'revoked', 'unenrolled'], {
  description: 'pending: an administrator must approve it; quarantined: a conflict is open',
});
/** One event on its way to one target, and what that answered last. */
export const DELIVERY = {
  id: Type.String(),
  event: Type.String(),
  state: Type.Enum(['queued', 'retrying', 'delivered', 'dead', 'superseded']),
  createdAt: Time,
  attempts: Type.Integer(),
  lastAttemptAt: Nullable(Time),
  nextAttemptAt: Nullable(Time),
  answer: Nullable(Type.String()),
  status: Nullable(Type.Integer()),
};
/** An e-mail address. What nobody sees, as a zero-width space that was pasted along, would make it nobody's. */
export const Owner = Type.String({ maxLength: 254, pattern: '^[^@\\s\\p{C}]+@[^@\\s\\p{C}]+$' });
export const OnConflict = Type.Enum(['quarantine', 'replace'], {
  description:
    'what becomes of a machine that comes with another key: the newcomer is quarantined, or takes the place of the old',
});
/** A reason in words: something to be read is in it, and no character that ends a text for a database. */
export const Why = (description: string) =>
  Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\0]*[^\\s\\0][^\\0]*$', description });
