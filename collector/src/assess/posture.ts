import { SIGNAL_NAMES, type Signals } from '@assay/shared';

const DAY_S = 86_400;

/**
 * Pure. Whether two reports say the same: every signal but for when it was observed. Ages grow by themselves, and are
 * the same within a day.
 */
export const isSamePosture = (a: Signals, b: Signals): boolean =>
  SIGNAL_NAMES.every((name) => {
    const [before, now] = [a[name], b[name]];
    if (!before || !now) return before === now;
    if (before.status === 'ok' && now.status === 'ok') return isSame('', before.value, now.value);
    return isSame('', { ...before, observedAt: 0 }, { ...now, observedAt: 0 });
  });

/** Of plain values, as they come off the wire. */
function isSame(field: string, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number' && field.endsWith('_age_s'))
    return Math.floor(a / DAY_S) === Math.floor(b / DAY_S);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(key, a[key as never], b[key as never]))
  );
}
