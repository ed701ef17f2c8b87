import type { CreatedEnrollmentToken, DeviceDetail, DeviceList } from '@assay/shared/api';
import { vi } from 'vitest';
import type { CollectorProcess } from '../helpers/collector-process.ts';

/** What IT hands to an installer; a machine that comes back with it takes its old place. */
export async function joinStringFor({ api }: Pick<CollectorProcess, 'api'>): Promise<string> {
  const request = { onConflict: 'replace' };
  const { joinString } = await api.call<CreatedEnrollmentToken>('POST', '/enrollment-tokens', request);
  return joinString;
}

/**
 * Waits until some device has reported as a version of the agent and was judged.
 * @param since its last report is not older: ms since 1970
 * @returns its id
 */
export const deviceReportedAs = (
  { api }: Pick<CollectorProcess, 'api'>,
  version: string,
  since: number,
): Promise<string> =>
  vi.waitFor(
    async () => {
      const { devices } = await api.call<DeviceList>('GET', '/devices');
      for (const { id } of devices) {
        const { evidence, assessment } = await api.call<DeviceDetail>('GET', `/devices/${id}`);
        const reportedAt = new Date(evidence.lastReportAt ?? 0).getTime();
        if (evidence.agentVersion === version && assessment && reportedAt >= since) return id;
      }
      throw new Error(`nobody reports as ${version}`);
    },
    { timeout: 90_000, interval: 300 },
  );
