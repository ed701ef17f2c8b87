import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNotify } from '../system/notify-systemd.ts';

const BEAT_MS = 60_000;

/** Its age says how long the agent has been silent: macOS' watchdog, Windows' service host and `service status` look. */
export const HEARTBEAT_FILE = 'heartbeat';

/** Five beats missed: it hangs, and is started anew. service-host.c has the same. */
export const HUNG_AFTER_S = 300;

/**
 * Gives a sign of life each minute for as long as the event loop turns: a file, and where systemd asked for it
 * (`WatchdogSec=`) its watchdog. Where somebody set the watchdog shorter, twice in its time, as
 * sd_watchdog_enabled(3) asks for.
 * @returns how to stop
 */
export function startHeartbeat(stateDir: string, env: NodeJS.ProcessEnv = process.env): () => void {
  const { NOTIFY_SOCKET, WATCHDOG_USEC } = env;
  const everyMs = Math.min(BEAT_MS, (Number(WATCHDOG_USEC) || Infinity) / 2000);
  const notify = NOTIFY_SOCKET && WATCHDOG_USEC ? openNotify(NOTIFY_SOCKET) : () => {};
  const beat = () => {
    try {
      writeFileSync(join(stateDir, HEARTBEAT_FILE), '', { mode: 0o600 });
    } catch {
      // A full disk is no reason to be started anew.
    }
    notify('WATCHDOG=1');
  };
  beat();
  const timer = setInterval(beat, everyMs);
  return () => clearInterval(timer);
}
