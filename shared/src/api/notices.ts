import Type, { type Static } from 'typebox';
import { DELIVERY, Nullable, Time } from './pieces.ts';

/** What targets are told of no single device: of exemptions and of break-glass. */

export const NoticeView = Type.Object({
  event: Type.Enum(['exemption.ending', 'exemption.ended', 'break_glass.started', 'break_glass.ended']),
  subject: Type.String({ description: 'id of the exemption or break-glass' }),
  at: Time,
  data: Type.Record(Type.String(), Type.Unknown(), { description: 'as consumers get it' }),
  deliveries: Type.Array(
    Type.Object({
      ...{ ...DELIVERY, target: Type.String(), name: Type.String(), kind: Type.String() },
      targetRemovedAt: Nullable(Time),
    }),
  ),
});
export type NoticeView = Static<typeof NoticeView>;
export const NoticeList = Type.Object({
  notices: Type.Array(NoticeView),
  next: Nullable(Type.String({ description: 'cursor of older ones' })),
});
export type NoticeList = Static<typeof NoticeList>;
