import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Need } from '../helpers/needs.ts';

const SCRIPTS = join(import.meta.dirname, 'python');
const PROTO = join(import.meta.dirname, '../../proto');
const PACKAGES = '/usr/lib/python3/dist-packages';
// By its path: another Python that comes first in PATH has not Debian's packages.
const PYTHON: Need = { program: '/usr/bin/python3', debian: 'python3' };
const PROTOC: Need = { program: '/usr/bin/protoc', debian: 'protobuf-compiler' };

/** What the Python agent needs. */
export const PYTHON_NEEDS: Need[] = [
  PYTHON,
  PROTOC,
  { program: `${PACKAGES}/google/protobuf`, debian: 'python3-protobuf' },
  { program: `${PACKAGES}/cryptography`, debian: 'python3-cryptography' },
  { program: `${PACKAGES}/websockets`, debian: 'python3-websockets' },
];

/** One line of the agent's output. */
export interface Said {
  event: string;
  [field: string]: unknown;
}

/** A running script. */
export interface PythonProcess {
  /** Passes over lines until one of this kind comes. */
  next(event: string, also?: (said: Said) => boolean): Promise<Said>;
  /** Ends it, and resolves to its exit code: null unless it had ended by itself. */
  stop(): Promise<number | null>;
}

/** Python's side of the protocol, its message types generated from proto/ by Debian's compiler. */
export interface Python {
  /** Runs to its end. */
  run(script: string, ...args: string[]): Promise<{ code: number; output: string }>;
  /** The agent, to its end; `joinString` only where it is to enroll. */
  agent(args: string[], joinString?: string): Promise<{ code: number; said: Said[] }>;
  startAgent(args: string[], joinString: string): PythonProcess;
}

export async function preparePython(directory: string): Promise<Python> {
  const generated = join(directory, 'generated');
  mkdirSync(generated);
  const files = readdirSync(join(PROTO, 'assay/v1')).map((name) => `assay/v1/${name}`);
  await promisify(execFile)(PROTOC.program, [`--python_out=${generated}`, '-I', PROTO, ...files]);
  const environment = (joinString = '') => ({
    PYTHONPATH: generated,
    PYTHONDONTWRITEBYTECODE: '1',
    ASSAY_JOIN_STRING: joinString,
  });

  const start = (script: string, args: string[], joinString?: string) =>
    spawn(PYTHON.program, [join(SCRIPTS, script), ...args], {
      env: environment(joinString),
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  const toEnd = async (script: string, args: string[], joinString?: string) => {
    const child = start(script, args, joinString);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
    const [code] = (await once(child, 'close')) as [number];
    return { code, output };
  };

  return {
    run: (script, ...args) => toEnd(script, args),
    async agent(args, joinString) {
      const { code, output } = await toEnd('agent.py', args, joinString);
      return { code, said: output.split('\n').filter(Boolean).map(parse) };
    },
    startAgent(args, joinString) {
      const child = start('agent.py', args, joinString);
      const ended = once(child, 'close');
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      return {
        async next(event, also = () => true) {
          for (;;) {
            const { value, done } = await lines.next();
            if (done) throw new Error(`the agent ended before it said ${event}`);
            const said = parse(value);
            if (said.event === event && also(said)) return said;
          }
        },
        async stop() {
          child.kill();
          const [code] = (await ended) as [number | null];
          return code;
        },
      };
    },
  };
}

const parse = (line: string): Said => JSON.parse(line) as Said;
