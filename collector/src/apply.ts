import type { Clock } from '@assay/shared';
import type { Background } from './background.ts';
import type { Device, Fleet } from './fleet.ts';
import type { Judge } from './judge.ts';
import { inBackground } from './step.ts';
import type { DeviceEvent } from './store/lifecycle.ts';

const PAGE = 200;

export interface ApplyServices {
  fleet: Pick<Fleet, 'with'>;
  judge: Judge;
  background: Background;
  clock: Clock;
  isStopped(): boolean;
  /** After a device was judged. */
  onJudged(deviceId: string): void;
  /** A device could not be judged; it is with its next report. */
  onError(error: unknown): void;
}

/** Whom something is about, and what becomes of them. */
export interface Application {
  /** Devices page by page: those after an id, in order. */
  pages(after: string, limit: number): Promise<string[]>;
  /** Whether a device is concerned; the others are left as they are. */
  concerns(device: Device): boolean;
  /** What its timeline says; null: nothing beyond the verdict itself. */
  event: DeviceEvent | null;
}

/**
 * Judges devices anew because of something other than their evidence, a few at a time.
 * @returns false when it was stopped before it was through
 * @throws AssayError `store_unavailable`
 */
export async function applyTo(application: Application, services: ApplyServices): Promise<boolean> {
  for (let after = ''; ; ) {
    const ids = await application.pages(after, PAGE);
    const { isStopped } = services;
    const judge = (id: string) => judgeAgain(id, application, services);
    // Somebody waits for access, or for its end.
    const errors = await services.background.each(ids, judge, { isStopped, isUrgent: true });
    errors.forEach(services.onError);
    if (isStopped()) return false;
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return true;
    after = last;
  }
}

async function judgeAgain(
  id: string,
  { concerns, event }: Application,
  { fleet, judge, clock, onJudged }: ApplyServices,
): Promise<void> {
  const isJudged = await fleet.with(id, async (device) => {
    if (!device?.assessment || !concerns(device)) return false;
    const at = clock.now();
    const events = event ? { events: [{ ...event, at }] } : {};
    await judge(device, { ...inBackground(device, at), ...events });
    return true;
  });
  if (isJudged) onJudged(id);
}
