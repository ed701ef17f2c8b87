import { loadVendors } from '../../keys/vendor-keys.ts';
import { runTrial } from '../../trials/run-trial.ts';
import type { runInThreads } from '../../trials/threads.ts';
import { readMemory } from './memory-store.ts';

// What engine.ts gives out, in memory.

export { openMemoryStore as openStore } from './memory-store.ts';

/** Tries a policy here and now: what is remembered is in no other thread's reach. */
export const runTrialOn: typeof runInThreads = ({ file, request, crowdstrike }, onProgress) => {
  const options = { vendors: loadVendors(crowdstrike), share: { index: 0, of: 1 } };
  const result = new Promise<ReturnType<typeof runTrial>>((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(runTrial(readMemory(file), request, options, onProgress));
      } catch (error) {
        reject(error);
      }
    });
  });
  return { result, stop: async () => {} };
};
