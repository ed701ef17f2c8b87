import { AssayError } from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import { runTrialOn } from '../engine.ts';
import type { GivenCrowdstrike } from '../keys/vendor-keys.ts';
import type { TrialRequest, TrialResult } from './messages.ts';
import type { ThreadedTrial } from './threads.ts';

/** A policy being tried, or tried. */
export interface TrialState {
  id: string;
  kind: TrialRequest['kind'];
  startedAt: number;
  /** Hash of the version that was in force, and of the one that is tried. */
  active: string;
  candidate: string;
  name: string;
  done: number;
  total: number;
  result: TrialResult | null;
  seconds: number | null;
  failed: string | null;
}

/** Tries policies on what is stored, in threads of their own, one policy at a time. */
export interface Trials {
  /** @throws AssayError `too_many_requests` while enough others wait */
  start(request: TrialRequest): TrialState;
  get(id: string): TrialState | null;
  /** The newest of a kind that was finished. */
  last(kind: TrialRequest['kind']): TrialState | null;
  /** @throws AssayError `internal` when it failed */
  finished(id: string): Promise<TrialState>;
  stop(): Promise<void>;
}

const MAX_WAITING = 4;
const MAX_KEPT = 16;

interface Entry {
  state: TrialState;
  ended: Promise<void>;
}

/** @param file the database */
export function createTrials(file: string, crowdstrike: GivenCrowdstrike | null = null): Trials {
  const entries = new Map<string, Entry>();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let running: ThreadedTrial | null = null;
  let stopped = false;

  async function run(state: TrialState, request: TrialRequest): Promise<void> {
    if (stopped) {
      state.failed = 'the collector is shutting down';
      return;
    }
    const began = performance.now();
    try {
      running = runTrialOn({ file, request, crowdstrike }, (done, total) =>
        Object.assign(state, { done, total }),
      );
      const result = await running.result;
      Object.assign(state, { result, seconds: (performance.now() - began) / 1000 });
    } catch (error) {
      state.failed = (error as Error).message;
    }
    running = null;
  }

  const forget = () => {
    for (const [id, { state }] of entries) {
      if (entries.size <= MAX_KEPT) return;
      if (state.result || state.failed) entries.delete(id);
    }
  };

  return {
    start(request) {
      if (waiting >= MAX_WAITING)
        throw new AssayError(
          'too_many_requests',
          `${waiting} policies are being tried already: wait for one of them`,
        );
      const { kind, now: startedAt, active, candidate } = request;
      const state: TrialState = {
        ...{
          id: uuidv7(),
          kind,
          startedAt,
          active: active.hash,
          candidate: candidate.hash,
          name: candidate.name,
        },
        ...{ done: 0, total: 0, result: null, seconds: null, failed: null },
      };
      waiting += 1;
      const ended = last
        .then(() => run(state, request))
        .finally(() => {
          waiting -= 1;
        });
      last = ended;
      entries.set(state.id, { state, ended });
      forget();
      return state;
    },
    get: (id) => entries.get(id)?.state ?? null,
    last: (kind) =>
      [...entries.values()]
        .map(({ state }) => state)
        .findLast((state) => state.kind === kind && state.result) ?? null,
    async finished(id) {
      const entry = entries.get(id);
      if (!entry) throw new AssayError('not_found', `there is no trial ${id}`);
      await entry.ended;
      if (entry.state.failed)
        throw new AssayError('internal', `the policy could not be tried: ${entry.state.failed}`);
      return entry.state;
    },
    async stop() {
      stopped = true;
      await running?.stop();
      await last;
    },
  };
}
