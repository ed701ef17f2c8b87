import type { AssayError } from '@assay/shared';

/** A session as the rest of the collector may use it. */
export interface LiveSession {
  deviceId: string;
  /** Changes with each boot of the device. */
  bootId: string;
  /** Where the agent connects from. */
  address: string;
  /** Asks the agent to observe everything again and report. */
  recheck(): void;
  /** Asks the agent to put a new key in the place of the present one. */
  rotateKey(): void;
  /** Takes nothing in any more; resolves to whether the agent still answers. */
  stillThere(): Promise<boolean>;
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
