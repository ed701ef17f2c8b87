import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { joinEffects } from '../rollout/effect.ts';
import type { TrialJob, TrialMessage, TrialResult } from './messages.ts';

/** Reading and judging take a core; more than a few threads would only wait for the same disk. */
const MAX_THREADS = 4;

/** A trial that runs. */
export interface ThreadedTrial {
  /** Rejects with what went wrong in any of the threads. */
  result: Promise<TrialResult>;
  stop(): Promise<void>;
}

/** Shares the fleet out to a thread for each core, and puts together what they come to. */
export function runInThreads(
  job: Omit<TrialJob, 'share'>,
  onProgress: (done: number, total: number) => void,
): ThreadedTrial {
  const shares = Array.from({ length: Math.min(MAX_THREADS, availableParallelism()) }, () => ({
    ...{ done: 0, total: 0 },
  }));
  const sum = (of: 'done' | 'total') => shares.reduce((all, share) => all + share[of], 0);
  const threads = shares.map((own, index) =>
    startThread({ ...job, share: { index, of: shares.length } }, (progress) => {
      Object.assign(own, progress);
      // Before all have counted their own, it would seem nearer to its end than it is.
      if (shares.every(({ total }) => total > 0)) onProgress(sum('done'), sum('total'));
    }),
  );
  const stop = async () => {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  };
  const result = Promise.all(threads.map((thread) => thread.result)).then(joinResults);
  // What one cannot do, the others do for nothing.
  result.catch(stop);
  return { result, stop };
}

function startThread(
  job: TrialJob,
  onProgress: (progress: { done: number; total: number }) => void,
): { worker: Worker; result: Promise<TrialResult> } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
  });
  const result = new Promise<TrialResult>((resolve, reject) => {
    worker.on('message', (message: TrialMessage) => {
      if ('result' in message) resolve(message.result);
      else if ('failed' in message) reject(new Error(message.failed));
      else onProgress(message);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('it ended before it was done')));
  });
  return { worker, result };
}

/** Pure. All of one kind. */
function joinResults(results: readonly TrialResult[]): TrialResult {
  const [first, ...others] = results as [TrialResult, ...TrialResult[]];
  return others.reduce(joinTwo, first);
}

function joinTwo(a: TrialResult, b: TrialResult): TrialResult {
  if (a.kind === 'plan' && b.kind === 'plan')
    return {
      ...a,
      atOnce: joinEffects(a.atOnce, b.atOnce),
      inTheEnd: joinEffects(a.inTheEnd, b.inTheEnd),
    };
  if (a.kind === 'simulation' && b.kind === 'simulation')
    return { ...a, effect: joinEffects(a.effect, b.effect), postures: a.postures + b.postures };
  throw new Error(`expected shares of one trial, got a ${a.kind} and a ${b.kind}`);
}
