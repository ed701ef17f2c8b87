import type { Clock } from '@assay/shared';

/** Whether a target asked everybody to wait. */
export interface Hold {
  readonly isOn: boolean;
  /** From now on for that long, unless it lasts longer already. */
  extend(ms: number): void;
  lift(): void;
}

/** @param onOver called when it ends by itself */
export function createHold(clock: Clock, onOver: () => void): Hold {
  let until = 0;
  let timer: NodeJS.Timeout | undefined;

  const lift = () => {
    clearTimeout(timer);
    until = 0;
  };
  return {
    get isOn() {
      return until > 0;
    },
    extend(ms) {
      const end = clock.now() + ms;
      if (ms <= 0 || end <= until) return;
      clearTimeout(timer);
      until = end;
      timer = setTimeout(() => {
        lift();
        onOver();
      }, ms);
    },
    lift,
  };
}
