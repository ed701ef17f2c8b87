import type { ProbeContext } from '../probe.ts';

/** How many updates wait; without a class for security, only the sum. */
interface UpdateCount {
  pending: number;
  pendingSecurity?: number;
}

/** A count, or why there is none, for people. */
export type Counting = UpdateCount | { problem: string };

/** What one package manager knows of updates, and how to ask it without changing anything. */
export interface PackageManager {
  /** As in `Updates.source`. */
  source: string;
  /** os-release ids and families that use it. */
  families: readonly string[];
  /** Files that change with every installation, update or removal; the first that exists counts. */
  database: readonly string[];
  /** Files that hold what is available: their newest time is when that was fetched. */
  index: readonly IndexFiles[];
  /** Left by a fetch that found nothing new, which may touch no index file. */
  stamps?: readonly string[];
  /** Asks the manager's own tool, offline: slow, seldom. */
  count(context: ProbeContext): Promise<Counting>;
}

/** Files in one directory; with `within`, files in that directory of each of its entries. */
export interface IndexFiles {
  directory: string;
  file: RegExp;
  within?: { directory: string; file: RegExp };
}
