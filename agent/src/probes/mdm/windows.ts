import { absent, ok } from '@assay/shared';
import { untoldToOutcome } from '../../system/windows/untold.ts';
import type { Probe } from '../probe.ts';
import { toMdm } from './enrolled.ts';
import { readEnrollments } from './windows-enrollments.ts';

/** What manages this device, by the enrolments that Windows' own client keeps. */
export const mdmOnWindows: Probe<'mdm'> = {
  signal: 'mdm',
  watch: [],
  everyMs: 300_000,
  deadlineMs: 15_000,
  async observe({ exec }) {
    try {
      const found = await readEnrollments(exec);
      if (found.length === 0) return absent('no enrolment with a management server');
      const enrollments = found.map(({ isIntune, enrolled, server, deviceId, path }) => ({
        product: isIntune ? 'intune' : 'mdm',
        ...(enrolled === undefined ? {} : { enrolled }),
        ...(server ? { server } : {}),
        ...(deviceId ? { device_id: deviceId } : {}),
        evidence: [path],
      }));
      return ok(toMdm(enrollments));
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
};
