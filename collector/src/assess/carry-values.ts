import { SIGNAL_NAMES, type Signal, type Signals } from '@assay/shared';
import { isSame } from './carry-over.ts';

/** Whether two signals say the same, without looking into values: those have to be the same object. */
export function isSameOutcome(a: Signal | undefined, b: Signal | undefined): boolean {
  if (a === b) return true;
  if (a?.status === 'ok') return b?.status === 'ok' && a.value === b.value;
  if (a?.status === 'unknown')
    return b?.status === 'unknown' && a.reason === b.reason && a.detail === b.detail;
  return a?.status === 'absent' && b?.status === 'absent' && a.detail === b.detail;
}

/**
 * Pure. The signals of a report, with the values of the one before where they say the same: what is the same object is
 * not kept twice, and need not be judged again.
 */
export function carryValues(before: Signals, now: Signals): Signals {
  const carried: Record<string, Signal> = {};
  for (const name of SIGNAL_NAMES) {
    const [old, signal] = [before[name], now[name]] as [Signal | undefined, Signal | undefined];
    if (!signal) continue;
    const isBoth = old?.status === 'ok' && signal.status === 'ok' && old.value !== signal.value;
    carried[name] = isBoth && isSame(old.value, signal.value) ? { ...signal, value: old.value } : signal;
  }
  return carried as Signals;
}
