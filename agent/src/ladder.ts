import { isDeepStrictEqual } from 'node:util';
import { type Clock, SIGNAL_NAMES, type Signal, type SignalName, type Signals } from '@assay/shared';
import { observeOne } from './evidence/collect.ts';
import { withoutOverlap } from './evidence/without-overlap.ts';
import type { AnyProbe, ProbeContext } from './probes/probe.ts';
import { watchPaths } from './system/watch-paths.ts';

export interface LadderSetup {
  probes: readonly AnyProbe[];
  context: ProbeContext;
  clock: Clock;
  /** Called with all current signals whenever an outcome changed, and once with everything after the start. */
  onSignals(signals: Signals, changed: SignalName[]): void;
}

/** Keeps the signals current: watches for speed, polls for truth. */
export interface Ladder {
  /** Observes everything once, then watches and polls. Slow probes answer after it. */
  start(): Promise<Signals>;
  /** Observes everything again now, but for what slow programs said some time ago. */
  lookAgain(): Promise<Signals>;
  /** Observes everything again now, and nothing of it is remembered: somebody waits for how it is. */
  recheck(): Promise<Signals>;
  /** What is known now; `observedAt` moves even where nothing changes. */
  signals(): Signals;
  /** Nothing is reported any more. */
  stop(): void;
}

/** A probe that takes longer than this at the start is told when it answers: the others don't wait for it. */
const FIRST_LOOK_MS = 3000;

/** An editor or package manager touches a file several times. */
const BURST_MS = 20;

/** What a change of configuration brings about may follow its file: then look once more. */
const SETTLED_MS = 2000;

/** Watches that the system dropped come back after this long; until then the poll sees for them. */
const REARM_MS = 60_000;

interface Step {
  probe: AnyProbe;
  /** Set while it is being observed. */
  running?: Promise<void>;
  /** Something changed since the running observation began. */
  again: boolean;
}

/** None of its timers and watches keeps the process alive. */
export function createLadder({ probes, context, clock, onSignals }: LadderSetup): Ladder {
  const steps: Step[] = probes.map((probe) => ({ probe: withoutOverlap(probe), again: false }));
  const changed = new Set<SignalName>();
  const disturbed = new Set<Step>();
  const unsettled = new Set<Step>();
  const timers = new Set<NodeJS.Timeout>();
  let current: Signals = {};
  let phase: 'starting' | 'running' | 'stopped' = 'starting';
  let burst: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let closeWatches = () => {};

  function flush(): void {
    if (phase !== 'running' || changed.size === 0) return;
    const names = SIGNAL_NAMES.filter((name) => changed.has(name));
    changed.clear();
    onSignals({ ...current }, names);
  }

  function record(name: SignalName, signal: Signal): void {
    const before = current[name];
    current = inOrder({ ...current, [name]: signal });
    if (before && isSameOutcome(before, signal)) return;
    // Outcomes that arrive in one turn of the loop go out as one.
    if (changed.size === 0) setImmediate(flush);
    changed.add(name);
  }

  /** Resolves when an observation that began after the call is recorded. */
  function look(step: Step): Promise<void> {
    step.again = true;
    step.running ??= observeUntilQuiet(step);
    return step.running;
  }

  async function observeUntilQuiet(step: Step): Promise<void> {
    while (step.again && phase !== 'stopped') {
      step.again = false;
      record(step.probe.signal, await observeOne(step.probe, context, clock));
    }
    delete step.running;
  }

  /** A pulse that fails is a reason to look: the observation itself will tell. */
  async function feel(step: Step, pulse: NonNullable<AnyProbe['pulse']>): Promise<void> {
    const disturbed = await pulse.disturbed(context).catch(() => true);
    if (disturbed) look(step);
  }

  async function lookAtAll(): Promise<Signals> {
    await Promise.all(steps.map(look));
    flush();
    return { ...current };
  }

  function onWatchedChange(path: string): void {
    for (const step of steps) if (step.probe.watch.includes(path)) disturbed.add(step);
    burst ??= setTimeout(() => {
      burst = undefined;
      for (const step of disturbed) {
        unsettled.add(step);
        look(step);
      }
      disturbed.clear();
      lookAgainWhenSettled();
    }, BURST_MS).unref();
  }

  function lookAgainWhenSettled(): void {
    clearTimeout(settling);
    settling = setTimeout(() => {
      for (const step of unsettled) look(step);
      unsettled.clear();
    }, SETTLED_MS).unref();
  }

  return {
    async start() {
      const watched = [...new Set(probes.flatMap((probe) => probe.watch))];
      // Before the first look, so that nothing falls in between.
      const watches = watchPaths(context.files, watched, onWatchedChange);
      closeWatches = () => watches.close();
      await Promise.race([Promise.all(steps.map(look)), passed(FIRST_LOOK_MS)]);
      if (phase === 'stopped') return { ...current };
      phase = 'running';
      flush();
      timers.add(setInterval(() => watches.rearm(), REARM_MS).unref());
      for (const step of steps) {
        timers.add(setInterval(() => look(step), step.probe.everyMs).unref());
        const { pulse } = step.probe;
        if (pulse) timers.add(setInterval(() => feel(step, pulse), pulse.everyMs).unref());
      }
      return { ...current };
    },
    lookAgain: lookAtAll,
    recheck() {
      for (const { probe } of steps) probe.forget?.();
      return lookAtAll();
    },
    signals: () => ({ ...current }),
    stop() {
      phase = 'stopped';
      closeWatches();
      clearTimeout(burst);
      clearTimeout(settling);
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** Keeps the process alive as little as the other timers. */
const passed = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());

/** The same but for its time. */
function isSameOutcome(before: Signal, after: Signal): boolean {
  return isDeepStrictEqual({ ...before, observedAt: 0 }, { ...after, observedAt: 0 });
}

/** As people read them, whichever came first. */
function inOrder(signals: Signals): Signals {
  return Object.fromEntries(SIGNAL_NAMES.flatMap((name) => (signals[name] ? [[name, signals[name]]] : [])));
}
