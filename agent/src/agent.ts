import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AssayError,
  type Clock,
  type DeviceAssessment,
  type ErrorCode,
  monotonicMs,
  type Signals,
} from '@assay/shared';
import type { Logger } from 'pino';
import type { Reporter } from './evidence/reporter.ts';
import { createStandingReport } from './evidence/standing-report.ts';
import type { Journal } from './journal.ts';
import type { DeviceKeys } from './key/device-keys.ts';
import type { Ladder } from './ladder.ts';
import type { Ending } from './session/connection.ts';
import { openSession, type Session } from './session/session.ts';
import type { Identity } from './state/agent-state.ts';

export interface AgentOptions {
  identity: Identity;
  /** On the way to the collector; null: there is none. */
  proxy: URL | null;
  keys: DeviceKeys;
  bootId: string;
  clock: Clock;
  journal: Journal;
  createReporter(signals: () => Signals): Reporter;
  /** The collector has reports up to this number. */
  onWelcome(lastReportNumber: number): void;
  /** The collector refuses this device, and coming back unchanged won't help. */
  onRefused(error: AssayError): void;
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

/** What a device does not come back from as itself: whoever runs the agent may enroll it as another one. */
const GOODBYES: { [C in ErrorCode]?: string } = {
  device_unenrolled:
    'this device was un-enrolled: it comes back with a fresh join string only, as another device',
  device_revoked: 'this device was revoked: it comes back with a fresh join string only, as another device',
};

/**
 * The loop: observe, report, learn, and come back whenever the connection is lost; until the signal says stop, or the
 * device was un-enrolled or revoked. What changes in between is journalled.
 */
export async function runAgent(options: AgentOptions, stop: AbortSignal): Promise<void> {
  const { log, journal } = options;
  let session: Session | null = null;
  let offline = false;
  let unreported = false;
  const standing = createStandingReport(options.clock, monotonicMs);
  const ladder = options.createLadder(() => {
    unreported = true;
    standing.fall();
    if (offline && !session?.welcomed) keepForLater();
    else session?.changed();
  });
  const reporter = options.createReporter(() => ladder.signals());

  /** A report of what is observed at this moment is about to be made. */
  function onReport(): void {
    unreported = false;
    standing.fall();
  }

  function keepForLater(): void {
    onReport();
    reporter.make(null).then(
      ({ number }) => log.debug({ reportNumber: number, waiting: journal.waiting }, 'report journalled'),
      (error: AssayError) => log.error({ code: error.code, detail: error.message }, 'report not journalled'),
    );
  }

  await ladder.start();
  stop.addEventListener('abort', () => session?.close());

  for (let failures = 0; !stop.aborted; ) {
    session = openSession({
      ...options,
      now: options.clock.now,
      reporter,
      standing,
      onOpen(lastReportNumber) {
        failures = 0;
        offline = false;
        options.onWelcome(lastReportNumber);
        log.info({ collector: options.identity.collectorUrl, history: journal.waiting }, 'session open');
      },
      onReport,
      onDue() {
        ladder.lookAgain().then(() => session?.changed());
      },
      onRecheck() {
        ladder.recheck().then(() => session?.changed());
      },
    });
    const ending = await session.ended;
    session = null;
    offline = true;
    if (unreported) keepForLater();
    if (stop.aborted) break;
    if (ending?.error.code === 'unchanged_mismatch') standing.fall();
    // Of two keys the collector knows one; see DeviceKeys.
    if (ending?.error.code === 'signature_invalid' && options.keys.refused()) continue;
    const code = ending?.error.code;
    if (ending?.isRefusal && !ending.retry) options.onRefused(ending.error);
    const goodbye = code && GOODBYES[code];
    if (goodbye) {
      log.info({ device: options.identity.deviceId }, goodbye);
      break;
    }
    const waitMs = pauseAfter(ending, failures++, options.random());
    log.warn({ code, detail: ending?.error.message, waitMs }, 'session ended');
    await sleep(waitMs, undefined, { signal: stop }).catch(() => {});
  }
  ladder.stop();
  await reporter.idle();
}

/** Full jitter: a fleet that lost its collector comes back spread out, not all at once. */
export function pauseAfter(ending: Ending | null, failures: number, random: number): number {
  if (ending && !ending.retry) return HOPELESS_MS;
  const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** failures);
  return Math.max(ending?.retryAfterMs ?? 0, Math.round(random * ceiling));
}
