import type { Notice } from '../publish/notice.ts';
import type { NoticeDelivery } from '../publish/target.ts';

export interface NoticeWrites {
  /** Keeps that it was told, and the deliveries that tell it, together. False when it was told before. */
  keepNotice(input: { notice: Notice; deliveries: NoticeDelivery[] }): Promise<boolean>;
}

export interface NoticeReads {
  /** Those that are neither delivered nor dead, oldest first. */
  pendingNotices(input: { targetId: string; limit: number }): Promise<NoticeDelivery[]>;
}
