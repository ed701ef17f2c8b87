import type { Assessment, CheckResult } from '@assay/shared';

/** Words for people: nothing is ever judged by them. */
type Words = 'title' | 'signals' | 'explain' | 'remedy' | 'user' | 'sources';

export type CarriedResult = Omit<CheckResult, Words>;

/** What one assessment hands on to the next: all but the words. */
export type Carried = Omit<Assessment, 'checks' | 'restriction'> & { checks: CarriedResult[] };

/** Pure. An assessment without what the next one does not look at. */
export function toCarried({ checks, restriction: _, ...rest }: Assessment): Carried {
  return { ...rest, checks: checks.map(toCarriedResult) };
}

function toCarriedResult(result: CheckResult): CarriedResult {
  const {
    title: _title,
    signals: _signals,
    explain: _explain,
    remedy: _remedy,
    user: _user,
    sources: _sources,
    ...carried
  } = result;
  return carried;
}
