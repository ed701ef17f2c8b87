import { parentPort, workerData } from 'node:worker_threads';
import { loadVendors } from '../keys/vendor-keys.ts';
import { openForReading } from '../store/sqlite/database.ts';
import { readsOf } from '../store/sqlite/reads.ts';
import type { TrialJob, TrialMessage } from './messages.ts';
import { runTrial } from './run-trial.ts';

// One thread, one trial: a whole fleet is judged here over a connection that can only read, and the thread that serves
// sockets never waits for it.

const { file, request, crowdstrike } = workerData as TrialJob;
const say = (message: TrialMessage) => parentPort?.postMessage(message);

const db = openForReading(file);
try {
  const began = performance.now();
  const result = runTrial(readsOf(db), request, loadVendors(crowdstrike), (done, total) =>
    say({ done, total }),
  );
  say({ result, seconds: (performance.now() - began) / 1000 });
} catch (error) {
  say({ failed: (error as Error).message });
} finally {
  db.close();
}
