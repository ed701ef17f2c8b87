import { SIGNAL_NAMES, type Signals } from '@assay/shared';
import { isSame } from './carry-over.ts';

/** Pure. Whether two reports say the same: every signal but for when it was observed. */
export const isSamePosture = (a: Signals, b: Signals): boolean =>
  SIGNAL_NAMES.every((name) => {
    const [before, now] = [a[name], b[name]];
    if (!before || !now) return before === now;
    if (before.status === 'ok' && now.status === 'ok') return isSame(before.value, now.value);
    return isSame({ ...before, observedAt: 0 }, { ...now, observedAt: 0 });
  });
