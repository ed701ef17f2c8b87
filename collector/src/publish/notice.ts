/** What is told of no single device: of what people excused. */
export const NOTICE_EVENTS = [
  'exemption.ending',
  'exemption.ended',
  'break_glass.started',
  'break_glass.ended',
] as const;

/** News that is told once. Times are the collector's clock, ms. */
export interface Notice {
  event: (typeof NOTICE_EVENTS)[number];
  /** Id of the exemption or break-glass. Together with the event it says whether it was told already. */
  subject: string;
  at: number;
  /** As consumers get it: JSON, times in ISO 8601. */
  data: Record<string, unknown>;
}
