import { type Application, type ApplyServices, applyTo } from '../apply.ts';
import { hasEnded } from '../enrollment/standing.ts';
import type { DeviceReads } from '../store/devices.ts';
import type { Publisher } from './publisher.ts';

interface IntroductionServices extends Omit<ApplyServices, 'onJudged' | 'isStopped'> {
  store: Pick<DeviceReads, 'deviceIds'>;
  publisher: Pick<Publisher, 'hasTargetSince'>;
}

/**
 * Has a target that was just set up hear of the devices that were there before it, at once. Whom it could not hear of before
 * the collector was stopped it hears of when they report.
 */
export interface Introduction {
  begin(): void;
  stop(): Promise<void>;
}

export function createIntroduction({ store, publisher, ...services }: IntroductionServices): Introduction {
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const newToTarget: Application = {
    pages: (after, limit) => store.deviceIds({ after, limit }),
    concerns: ({ record, assessment }) =>
      assessment !== null && !hasEnded(record.state) && publisher.hasTargetSince(assessment.assessedAt),
    event: null,
  };
  const go = () => applyTo(newToTarget, { ...services, onJudged() {}, isStopped: () => stopped });
  return {
    begin() {
      running = running.then(go).catch(services.onError);
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}
