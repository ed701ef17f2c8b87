import { AssayError } from '@assay/shared';

/** As many commits share a transaction, and as long may a live report wait. */
const AT_ONCE = 4;

/**
 * Does something for each of many devices, a few at a time. Between two batches there is as long a rest as the batch kept
 * this thread busy: live reports get half of the collector, however many wait here, and waiting for the disk costs no rest.
 * @param isStopped asked before every batch
 * @returns the errors of those that failed
 * @throws AssayError `store_unavailable`: the others would fail as well
 */
export async function inBatches(
  ids: readonly string[],
  task: (id: string) => Promise<void>,
  isStopped: () => boolean,
): Promise<unknown[]> {
  const failed: unknown[] = [];
  for (let i = 0; i < ids.length && !isStopped(); i += AT_ONCE) {
    const began = process.threadCpuUsage();
    const results = await Promise.allSettled(ids.slice(i, i + AT_ONCE).map(task));
    const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    const outage = errors.find((error) => error instanceof AssayError && error.code === 'store_unavailable');
    if (outage) throw outage;
    failed.push(...errors);
    if (i + AT_ONCE < ids.length) await rest(busyMs(began));
  }
  return failed;
}

/** What this thread has computed since, ms. */
function busyMs(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
