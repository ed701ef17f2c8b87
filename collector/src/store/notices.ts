import type { Notice } from '../publish/notice.ts';
import type { NoticeDelivery } from '../publish/target.ts';
import type { DeliveryState } from './deliveries.ts';

/** A notice, and what each target that was told of it answered last, by the target's name; some are gone since. */
export interface ToldNotice extends Notice {
  deliveries: (Omit<DeliveryState, 'deviceId' | 'event' | 'tier'> & { targetRemovedAt: number | null })[];
}

export interface NoticeWrites {
  /** Keeps that it was told, and the deliveries that tell it, together. False when it was told before. */
  keepNotice(input: { notice: Notice; deliveries: NoticeDelivery[] }): Promise<boolean>;
}

export interface NoticeReads {
  /** Those that are neither delivered nor dead, oldest first. */
  pendingNotices(input: { targetId: string; limit: number }): Promise<NoticeDelivery[]>;
  /** Newest first. @param input `after`: only what follows this one; null: from the newest on */
  notices(input: { after: NoticePlace | null; limit: number }): Promise<ToldNotice[]>;
}

/** Where a notice stands among all: the newest first, those of the same time by subject and event. */
export type NoticePlace = Pick<Notice, 'at' | 'subject' | 'event'>;
