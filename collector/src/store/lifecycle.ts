import type { DeviceState } from '@assay/shared';
import type { Audited } from './audit.ts';
import type { NewConflict, Resolution } from './conflicts.ts';

/** What an administrator or an agent did to the device itself; a row of its timeline. */
export interface DeviceEvent {
  kind:
    | 'approved'
    | 'revoked'
    | 'unenrolled'
    | 'owner'
    | 'key'
    | 'conflict'
    | 'offline'
    | 'lost'
    | 'exemption';
  title: string;
  detail: string;
  /** Who did it. */
  by: string;
}

/** What becomes of the device itself in one step of its life. */
export interface LifecycleStep extends Audited {
  event: DeviceEvent;
  standing?: { state: DeviceState; reason: string; replacedBy?: string };
  owner?: string | null;
  /** Each is flagged unless the like is open already. */
  conflicts?: NewConflict[];
  resolves?: { id: string; resolution: Resolution }[];
}

export interface LifecycleWrites {
  /** For a device that was never judged: there is no verdict to move. */
  applyLifecycle(input: { deviceId: string; at: number; step: LifecycleStep }): Promise<void>;
}
