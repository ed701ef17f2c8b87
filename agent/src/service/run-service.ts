import { AssayError, ERRORS, parseJoinString } from '@assay/shared';
import type { Logger } from 'pino';
import type { Settings } from './settings.ts';

/** What a service does with this machine. */
interface ServiceActions {
  /** Has an identity that is not at its end at the collector. */
  isEnrolled(): boolean;
  /** @throws AssayError as `enrollHere` */
  enroll(joinString: ReturnType<typeof parseJoinString>): Promise<void>;
  /** Until stopped, un-enrolled or revoked. */
  run(): Promise<void>;
}

export interface ServiceOptions extends ServiceActions {
  settings: Settings;
  log: Logger;
  /** In [0, 1). */
  random(): number;
  /** Ends early, and without an error, when the signal says stop. */
  pause(ms: number, stop: AbortSignal): Promise<void>;
}

const LOOK_AGAIN_MS = 60_000;
const BACKOFF_BASE_MS = 5000;
const BACKOFF_CAP_MS = 15 * 60_000;

/**
 * What the platform's service runs: enrolls with the join string that IT left, as soon as there is one, then reports.
 * It never gives up: whoever installs the agent on thousands of machines should not have to come back to one.
 */
export async function runService(options: ServiceOptions, stop: AbortSignal): Promise<void> {
  const { settings, log } = options;
  let failures = 0;
  let told = '';
  while (!stop.aborted) {
    if (options.isEnrolled()) {
      await options.run();
      if (stop.aborted) return;
    }
    const text = await settings.read('joinString');
    if (!text) {
      if (told !== 'none') log.warn('not enrolled: waiting for a join string');
      told = 'none';
      await options.pause(LOOK_AGAIN_MS, stop);
      continue;
    }
    try {
      await options.enroll(parseJoinString(text));
      await settings.forgetJoinString();
      failures = 0;
      log.info('enrolled');
    } catch (error) {
      const waitMs = pauseAfterFailure(error, failures++, options.random());
      const { code, message } = error as AssayError;
      log.error({ code, detail: message, waitMs }, 'not enrolled');
      await options.pause(waitMs, stop);
    }
  }
}

/** Full jitter, so that a fleet that was installed at once does not come back at once. */
function pauseAfterFailure(error: unknown, failures: number, random: number): number {
  const retry = error instanceof AssayError && ERRORS[error.code].retry;
  const ceiling = retry ? Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** failures) : BACKOFF_CAP_MS;
  return Math.round(ceiling * (0.5 + random / 2));
}
