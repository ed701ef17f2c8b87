import { tablesOf } from '../../collector/src/store/memory/memory-store.ts';
import type { lookInto as lookIntoFile } from './stored.ts';

// What stored.ts gives out, of the engine in memory.

/** Reads what is remembered under a name. */
export const lookInto: typeof lookIntoFile = (name) => {
  const all = () => true;
  return {
    read() {
      const { devices, reports, assessments, deliveries, enrollmentTokens } = tablesOf(name);
      return {
        devices: devices.where(all).map(({ id, record, times, assessment }) => ({
          ...{ id, assessment, lastNumber: record.lastNumber, assessedAt: times?.assessedAt },
        })),
        reports: reports.where(all),
        assessments: assessments.where(all),
        deliveries: deliveries.where(all).map(({ id }) => id),
        tokens: enrollmentTokens.where(all).map(({ id, used }) => ({ id, used })),
      };
    },
    close() {},
  };
};
