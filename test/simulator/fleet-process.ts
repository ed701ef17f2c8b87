import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createFleet, type Fleet, type FleetOptions } from './fleet.ts';
import { holdToOwnProcessor } from './own-processor.ts';
import { makePrompt } from './prompt.ts';

// A fleet in a process of its own: its work must not delay whoever measures, and what it costs is seen apart.

type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** The fleet, called from another process. */
export interface FleetProcess extends Remote<Fleet> {
  pid: number;
  stop(): Promise<void>;
}

interface Call {
  id: number;
  method: keyof Fleet;
  args: unknown[];
}
type Answer = { id: number; value: unknown } | { id: number; error: string };

const METHODS = [
  'connect',
  'load',
  'signAhead',
  'status',
  'endLoad',
  'waitOpen',
  'journal',
  'misbehave',
  'setReading',
  'drop',
  'leave',
] as const satisfies (keyof Fleet)[];

/** What a fleet is good at. */
export interface FleetManner {
  /** At little load, and to be in time with it: for scenarios that ask how long answers take. Missing: at much load. */
  isPrompt?: boolean;
}

/** How V8 collects a fleet's garbage. Sizes in MB. */
const GARBAGE = {
  all: [
    // It has one processor: threads that help would wait for one another.
    '--single-threaded-gc',
    // Each connection counts for 0.1 MB outside of the heap, and for each 64 MB of that V8 looks through all of it: the whole
    // fleet would hold its breath once a second while it connects, and then speak at once. Laptops don't do that.
    '--external-memory-accounted-in-global-limit',
  ],
  // Young objects live until they are answered: a small nursery would copy them over and over.
  atMuchLoad: ['--max-semi-space-size=32', '--initial-old-space-size=1024'],
  prompt: [
    // Few live, and collecting the others stops the fleet: the fewer at once, the shorter.
    '--max-semi-space-size=2',
    // A fleet at little load leaves a few MB a minute behind: they may stay.
    '--initial-old-space-size=2048',
  ],
};

/** Starts the process; its agents are enrolled already (`enrollDirectly`) under the same seed. */
export async function startFleet(
  options: FleetOptions,
  { isPrompt = false }: FleetManner = {},
): Promise<FleetProcess> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(options)], {
    execArgv: ['--expose-gc', ...GARBAGE.all, ...(isPrompt ? GARBAGE.prompt : GARBAGE.atMuchLoad)],
    serialization: 'advanced',
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const gone = once(child, 'exit');
  gone.then(([code]) => {
    for (const { reject } of waiting.values()) reject(new Error(`the fleet's process ended with ${code}`));
    waiting.clear();
  });
  child.on('message', (answer: Answer | 'ready') => {
    if (answer === 'ready') return;
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => Promise.reject(new Error(`the fleet's process ended with ${code}`))),
  ]);
  holdToOwnProcessor(child.pid ?? 0);
  if (isPrompt) makePrompt(child.pid ?? 0);
  let calls = 0;
  const call = (method: keyof Fleet, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = calls++;
      waiting.set(id, { resolve, reject });
      child.send({ id, method, args } satisfies Call);
    });
  const methods = Object.fromEntries(
    METHODS.map((method) => [method, (...args: unknown[]) => call(method, args)]),
  ) as unknown as Remote<Fleet>;
  return {
    ...methods,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = (message: Answer | 'ready') => process.send?.(message);
  const fleet = createFleet(JSON.parse(process.argv[2] ?? '{}') as FleetOptions);
  process.on('message', async ({ id, method, args }: Call) => {
    try {
      const run = fleet[method] as (...args: unknown[]) => unknown;
      answer({ id, value: await run(...args) });
    } catch (error) {
      answer({ id, error: (error as Error).stack ?? String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  answer('ready');
}
