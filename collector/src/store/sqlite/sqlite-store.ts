import type { Reads, Store, StoreWatcher, Writes } from '../store.ts';
import { toCommitMessage } from './commit-message.ts';
import { type Connection, connect } from './connection.ts';
import { type StoredRow, toStoredDevice } from './devices.ts';
import { toRepeat } from './repeat-message.ts';

// Records, so that the compiler notices an operation that is missing here.
const WRITES: Record<keyof Writes, true> = {
  appendCommit: true,
  appendOffline: true,
  applyLifecycle: true,
  recordAttempt: true,
  requeueDelivery: true,
  enroll: true,
  rotateKey: true,
  expireEnrollmentToken: true,
  touchDevices: true,
  postponeLook: true,
  pruneEvidence: true,
  pruneHistory: true,
  createEnrollmentToken: true,
  createTarget: true,
  removeTarget: true,
  putAccess: true,
  removeAccess: true,
  setOnce: true,
  activatePolicy: true,
  keepReferenceValues: true,
  keepPolicyVersion: true,
  putRollout: true,
  addExemption: true,
  approveExemption: true,
  endExemption: true,
  markWarned: true,
  markApplied: true,
  startBreakGlass: true,
  endBreakGlass: true,
  markBreakGlassApplied: true,
  keepNotice: true,
  probe: true,
  record: true,
  keepCanary: true,
  addProbes: true,
  pruneCanary: true,
  putCoverage: true,
  addCoverageEvents: true,
  pruneCoverage: true,
};
const READS: Record<keyof Reads, true> = {
  device: true,
  devices: true,
  devicesDue: true,
  devicesJudgedAfter: true,
  devicesWithHardware: true,
  conflictsOf: true,
  conflict: true,
  deviceKeys: true,
  history: true,
  deliveryStates: true,
  pendingDeliveries: true,
  newestPending: true,
  pendingNotices: true,
  notices: true,
  lastDeliveries: true,
  enrollmentTokens: true,
  targets: true,
  access: true,
  activePolicy: true,
  policyVersion: true,
  policyHistory: true,
  devicesUnderOtherPolicy: true,
  countUnderOtherPolicy: true,
  judgementAt: true,
  evidence: true,
  referenceValues: true,
  postures: true,
  judgedDevices: true,
  lastRollout: true,
  lookAtFleet: true,
  coverageHours: true,
  coverageEvents: true,
  madeUntrusted: true,
  exemption: true,
  exemptions: true,
  exemptionsInForce: true,
  breakGlasses: true,
  waived: true,
  hostnames: true,
  devicesInGroup: true,
  deviceIds: true,
  audit: true,
  auditBrokenAt: true,
  canaryId: true,
  probesSince: true,
};

/** After a look at the write-ahead log as long passes before the next. */
const LOOK_AT_LOG_MS = 50;

/**
 * The embedded store: one SQLite file, and one thread each that writes, that reads, and that keeps the write-ahead log short.
 * @throws AssayError `database_corrupt`, `database_newer` or `data_dir_unusable`
 */
export async function openSqliteStore(file: string, watcher: StoreWatcher = {}): Promise<Store> {
  // The writer first: it makes the file and brings the schema up to date.
  const writer = await connect(file, 'writer', {
    ...watcher,
    onWritten(group) {
      watcher.onWritten?.(group);
      lookAtLog();
    },
  });
  const reader = await connect(file, 'reader');
  const keeper = await connect(file, 'keeper');
  const lookAtLog = createLookAtLog(keeper);
  const bind = (names: object, connection: typeof writer) =>
    Object.fromEntries(
      Object.keys(names).map((name) => [name, (input: unknown) => connection.call(name, input)]),
    );
  return {
    ...bind(WRITES, writer),
    ...bind(READS, reader),
    // A rejection, not a throw: a commit that cannot be put into words fails like one that cannot be stored.
    appendCommit(commit) {
      try {
        const repeat = toRepeat(commit);
        if (repeat) return writer.repeat(repeat);
        const { inBackground = false } = commit;
        return writer.call('appendCommit', toCommitMessage(commit), { inBackground });
      } catch (error) {
        return Promise.reject(error);
      }
    },
    async device(id) {
      const row = (await reader.call('device', id)) as StoredRow | null;
      return row && toStoredDevice(row);
    },
    status: () => ({ writer: writer.status(), reader: reader.status() }),
    async close() {
      await reader.close();
      await keeper.close();
      await writer.close();
    },
  } as Store;
}

/** Has the keeper look at the write-ahead log, after what was written, but not after each. */
function createLookAtLog(keeper: Connection): () => void {
  let nextAt = 0;
  let isLooking = false;
  return () => {
    if (isLooking || performance.now() < nextAt) return;
    isLooking = true;
    keeper
      .call('checkpoint', null)
      // The writer does it then, and tells of what keeps the disk from it.
      .catch(() => {})
      .finally(() => {
        isLooking = false;
        nextAt = performance.now() + LOOK_AT_LOG_MS;
      });
  };
}
