import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { loadVendors } from '../keys/vendor-keys.ts';
import { openForReading } from '../store/sqlite/database.ts';
import { readsOf } from '../store/sqlite/reads.ts';
import type { TrialJob, TrialMessage } from './messages.ts';
import { runTrial } from './run-trial.ts';

// A share of the fleet is judged here over a connection that can only read: the thread that serves sockets never waits
// for it. On Linux a priority is a thread's own, elsewhere it would be the whole collector's.
if (process.platform === 'linux') setPriority(10);

const { file, request, crowdstrike, share } = workerData as TrialJob;
const say = (message: TrialMessage) => parentPort?.postMessage(message);

const db = openForReading(file);
try {
  const vendors = loadVendors(crowdstrike);
  say({
    result: runTrial(readsOf(db), request, { vendors, share }, (done, total) => say({ done, total })),
  });
} catch (error) {
  say({ failed: (error as Error).message });
} finally {
  db.close();
}
