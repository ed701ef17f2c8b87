import { type DeviceAssessment, ok, type Signals, VERSION } from '@assay/shared';
import { isGood } from './objective.ts';
import type { CanaryReceiver } from './receiver.ts';
import type { CanarySession } from './session.ts';

/** How far a probe comes: a session, an acknowledgement, a target that was told. */
type Step = 'connect' | 'report' | 'tell';

/** How one probe went; times from the moment the signal turned over, ms. */
export type ProbeResult =
  | { result: 'good' | 'slow'; acknowledgedMs: number; toldMs: number }
  | { result: 'failed'; acknowledgedMs: number | null; step: Step; reason: string };

export interface ProbeServices {
  deviceId: string;
  receiver: Pick<CanaryReceiver, 'told'>;
  /** The session that is open, or a new one. @throws Error why there is none */
  session(): Promise<CanarySession>;
  /** The whole of a probe must be done by then. */
  timeoutMs: number;
  /** Breaks it off. */
  stop: AbortSignal;
}

const WAITS_FOR: Record<Step, string> = {
  connect: 'no session was opened',
  report: 'its report was not acknowledged',
  tell: 'its report was acknowledged, but no target was told',
};

/** Turns the signal over, and waits until that was told. Never throws. */
export async function probe({
  deviceId,
  receiver,
  session,
  timeoutMs,
  stop,
}: ProbeServices): Promise<ProbeResult> {
  let step: Step = 'connect';
  let acknowledgedMs: number | null = null;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`${WAITS_FOR[step]} within ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  const breakOff = () => reject(new Error('the collector stops'));
  stop.addEventListener('abort', breakOff);
  const inTime = <T>(work: Promise<T>) => Promise.race([work, late]);
  try {
    const open = await inTime(session());
    step = 'report';
    const from = performance.now();
    open.assessment = await inTime(open.report(signalsAfter(open.assessment)));
    acknowledgedMs = performance.now() - from;
    step = 'tell';
    const toldAt = await inTime(receiver.told(`${deviceId}.${open.assessment.assessedAt}`));
    const toldMs = toldAt - from;
    return { result: isGood(toldMs) ? 'good' : 'slow', acknowledgedMs, toldMs };
  } catch (error) {
    return { result: 'failed', acknowledgedMs, step, reason: (error as Error).message };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', breakOff);
  }
}

/** What the canary says of itself; one signal is the other way round than what it was judged by last. */
function signalsAfter(assessment: DeviceAssessment | null): Signals {
  const observedAt = Date.now();
  const isWell = assessment !== null && assessment.tier !== 'untrusted';
  const seen = <T>(value: T) => ({ ...ok(value), observedAt });
  return {
    reboot_pending: seen({ pending: isWell, reasons: isWell ? ['the canary turned it over'] : [] }),
    hardware: seen({ hostname: HOSTNAME, virtual: true, memory_bytes: 0, problems: [] }),
    agent: seen({ version: VERSION, key_storage: 'file' as const, inspected_root: '/', failed_probes: 0 }),
  };
}

export const HOSTNAME = 'canary';
