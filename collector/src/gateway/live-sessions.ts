import type { AssayError } from '@assay/shared';

/** A session as the rest of the collector may use it. */
export interface LiveSession {
  deviceId: string;
  /** Asks the agent to observe everything again and report. */
  recheck(): void;
  /** Tells the agent why, and closes. */
  close(error: AssayError): void;
}

/** The sessions that are open now, at most one for each device. */
export interface LiveSessions {
  get(deviceId: string): LiveSession | undefined;
  /** Gives out the session that this one takes the place of. */
  add(session: LiveSession): LiveSession | undefined;
  /** Does nothing when another session has taken its place. */
  remove(session: LiveSession): void;
  readonly size: number;
  all(): LiveSession[];
}

export function createLiveSessions(): LiveSessions {
  const byDevice = new Map<string, LiveSession>();
  return {
    get: (deviceId) => byDevice.get(deviceId),
    add(session) {
      const before = byDevice.get(session.deviceId);
      byDevice.set(session.deviceId, session);
      return before;
    },
    remove(session) {
      if (byDevice.get(session.deviceId) === session) byDevice.delete(session.deviceId);
    },
    get size() {
      return byDevice.size;
    },
    all: () => [...byDevice.values()],
  };
}
