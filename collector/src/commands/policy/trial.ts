import { setTimeout as pause } from 'node:timers/promises';
import { AssayError } from '@assay/shared';
import type { NewTrial, TrialView } from '@assay/shared/api';
import type { ApiClient } from '../api-client.ts';
import { showProgress } from '../progress.ts';

const LOOK_EVERY_MS = 200;

/** Has the running collector try a policy, with a progress bar for whoever watches. @throws AssayError */
export async function runTrial(client: ApiClient, trial: NewTrial, what: string): Promise<TrialView> {
  const { id } = await client.call<TrialView>('POST', '/policy/trials', trial);
  const progress = showProgress(what);
  try {
    for (;;) {
      const state = await client.call<TrialView>('GET', `/policy/trials/${id}`);
      if (state.failed) throw new AssayError('internal', state.failed);
      progress.to(state.done, state.total);
      if (state.plan || state.simulation) return state;
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    progress.end();
  }
}
