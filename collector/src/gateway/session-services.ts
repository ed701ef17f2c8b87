import type { Logger } from 'pino';
import type { CeremonyServices } from '../enrollment/ceremony.ts';
import type { DepartureServices } from '../enrollment/departure.ts';
import type { Fleet } from '../fleet.ts';
import type { IngestServices } from '../ingest.ts';
import type { EnrollmentWrites } from '../store/enrollments.ts';
import type { ReportLog } from '../store/report-log.ts';
import type { Backlog } from './backlog.ts';
import type { LiveSessions } from './live-sessions.ts';

/** What sessions work with. */
export interface SessionServices extends IngestServices {
  collectorId: string;
  fleet: Fleet;
  store: IngestServices['store'] &
    Pick<EnrollmentWrites, 'enroll' | 'rotateKey'> &
    Pick<ReportLog, 'appendOffline'>;
  /** What happens to devices themselves: enrolled, flagged, gone. */
  devices: CeremonyServices['devices'] & DepartureServices;
  lifecycle: CeremonyServices['lifecycle'];
  live: LiveSessions;
  intervals: { reportS: number; fullReportS: number };
  log: Logger;
  backlog: Backlog;
  /** In [0, 1). */
  random(): number;
  onConnection(deviceId: string): void;
  onEnrolled(deviceId: string): void;
  /** Every message and every refusal, for the metrics. */
  count(event: 'report' | 'unchanged' | 'history' | 'refused', code?: string): void;
  canary: {
    /** Whether it is this very process that says hello as the canary. */
    isOwn(bootId: string): boolean;
    /** Its figures, which are not the fleet's. */
    stages: IngestServices['stages'];
  };
  /** A device gave a sign of life. */
  onSeen(deviceId: string): void;
}
