import { AssayError } from '@assay/shared';
import type { Settled } from '../settled.ts';
import type { Reads, Store, Writes } from '../store.ts';
import { accessReads, accessWrites } from './access.ts';
import { auditReads, auditWrites } from './audit.ts';
import { canaryReads, canaryWrites } from './canary.ts';
import { conflictReads } from './conflicts.ts';
import { coverageReads, coverageWrites } from './coverage.ts';
import { deliveryReads, deliveryWrites } from './deliveries.ts';
import { deviceReads, deviceWrites } from './devices.ts';
import { enrollmentReads, enrollmentWrites } from './enrollments.ts';
import { exemptionReads, exemptionWrites } from './exemptions.ts';
import { historyReads, historyWrites } from './history.ts';
import { judgementReads, judgementWrites } from './judgements.ts';
import { lifecycleWrites } from './lifecycle.ts';
import { noticeReads, noticeWrites } from './notices.ts';
import { policyReads, policyWrites } from './policies.ts';
import { reportLogReads, reportLogWrites } from './report-log.ts';
import { rolloutReads, rolloutWrites } from './rollouts.ts';
import { settingWrites } from './settings.ts';
import { atomically, type Journal } from './table.ts';
import { createTables, type Tables } from './tables.ts';
import { targetReads, targetWrites } from './targets.ts';

interface Memory {
  journal: Journal;
  tables: Tables;
}

/** What each name remembers: it is there again when the name is opened again, for as long as the process lives. */
const memories = new Map<string, Memory>();

function memoryOf(name: string): Memory {
  const journal: Journal = [];
  const memory = memories.get(name) ?? { journal, tables: createTables(journal) };
  memories.set(name, memory);
  return memory;
}

const writesOf = (tables: Tables): Settled<Writes> => ({
  ...reportLogWrites(tables),
  ...historyWrites(tables),
  ...judgementWrites(tables),
  ...deviceWrites(tables),
  ...lifecycleWrites(tables),
  ...enrollmentWrites(tables),
  ...deliveryWrites(tables),
  ...targetWrites(tables),
  ...noticeWrites(tables),
  ...policyWrites(tables),
  ...rolloutWrites(tables),
  ...exemptionWrites(tables),
  ...accessWrites(tables),
  ...auditWrites(tables),
  ...coverageWrites(tables),
  ...settingWrites(tables),
  ...canaryWrites(tables),
});

const readsOf = (tables: Tables): Settled<Reads> => ({
  ...reportLogReads(tables),
  ...historyReads(tables),
  ...judgementReads(tables),
  ...deviceReads(tables),
  ...conflictReads(tables),
  ...enrollmentReads(tables),
  ...deliveryReads(tables),
  ...targetReads(tables),
  ...noticeReads(tables),
  ...policyReads(tables),
  ...rolloutReads(tables),
  ...exemptionReads(tables),
  ...coverageReads(tables),
  ...auditReads(tables),
  ...accessReads(tables),
  ...canaryReads(tables),
});

/** What is remembered under a name, as it is. */
export const tablesOf = (name: string): Tables => memoryOf(name).tables;

/** What is remembered under a name, read at once. */
export const readMemory = (name: string): Settled<Reads> => readsOf(tablesOf(name));

/**
 * A store in memory behind the same ports: what holds for one engine by itself shows by its absence from this one. Nothing
 * outlives the process.
 */
export async function openMemoryStore(name: string): Promise<Store> {
  const { journal, tables } = memoryOf(name);
  const operations = { ...writesOf(tables), ...readsOf(tables) };
  const healthy = { waitingMs: 0, failing: null };
  let closed = false;

  const call = (operation: string, run: (input: unknown) => unknown, input: unknown): unknown => {
    const failed = `the store could not do ${operation}`;
    if (closed) throw new AssayError('store_unavailable', `${failed}: the store is closed`);
    try {
      // What goes in and comes out is nobody else's, as if it had been stored.
      const own = structuredClone(input);
      return structuredClone(atomically(journal, () => run(own)));
    } catch (error) {
      throw new AssayError('internal', `${failed}: ${(error as Error).message}`);
    }
  };
  const bound = Object.entries(operations).map(([name, run]) => [
    name,
    async (input: unknown) => call(name, run as (input: unknown) => unknown, input),
  ]);
  return {
    ...Object.fromEntries(bound),
    status: () => ({ writer: healthy, reader: healthy }),
    async close() {
      closed = true;
    },
  } as Store;
}
