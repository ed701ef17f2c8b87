import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, DeviceAssessment, Signer } from '@assay/shared';
import type { Logger } from 'pino';
import type { Ladder } from './ladder.ts';
import type { Ending } from './session/connection.ts';
import { openSession, type Session } from './session/session.ts';
import type { Identity } from './state/agent-state.ts';

export interface AgentOptions {
  identity: Identity;
  signer: Signer;
  bootId: string;
  clock: Clock;
  /** Observes; calls its listener when something changed. */
  createLadder(onSignals: () => void): Ladder;
  onAck(reportNumber: number, assessment: DeviceAssessment): void;
  onSent?(reportNumber: number): void;
  log: Logger;
  /** In [0, 1). */
  random(): number;
}

const BACKOFF_BASE_MS = 1000;
const BACKOFF_CAP_MS = 60_000;
// What can't help to try again may still be mended on the other side.
const HOPELESS_MS = 600_000;

/** The loop: observe, report, learn, and come back whenever the connection is lost; until the signal says stop. */
export async function runAgent(options: AgentOptions, stop: AbortSignal): Promise<void> {
  const { log } = options;
  let session: Session | null = null;
  const ladder = options.createLadder(() => session?.changed());
  await ladder.start();
  stop.addEventListener('abort', () => session?.close());

  for (let failures = 0; !stop.aborted; ) {
    session = openSession({
      ...options,
      now: options.clock.now,
      signals: () => ladder.signals(),
      onOpen() {
        failures = 0;
        log.info({ collector: options.identity.collectorUrl }, 'session open');
      },
      onRecheck() {
        ladder.recheck().then(() => session?.changed());
      },
    });
    const ending = await session.ended;
    session = null;
    if (stop.aborted) break;
    const waitMs = pauseAfter(ending, failures++, options.random());
    log.warn({ code: ending?.error.code, detail: ending?.error.message, waitMs }, 'session ended');
    await sleep(waitMs, undefined, { signal: stop }).catch(() => {});
  }
  ladder.stop();
}

/** Full jitter: a fleet that lost its collector comes back spread out, not all at once. */
function pauseAfter(ending: Ending | null, failures: number, random: number): number {
  if (ending && !ending.retry) return HOPELESS_MS;
  const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** failures);
  return Math.max(ending?.retryAfterMs ?? 0, Math.round(random * ceiling));
}
