/**
 * One server-sent event of GET /api/v1/events (event name `change`): what to look at again. `device` is null
 * when the change is about a target.
 */
export interface LiveChange {
  kind: 'assessment' | 'delivery' | 'connection' | 'enrollment' | 'policy' | 'exemption';
  device: string | null;
}
