import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** One thing to check: a name for people, and how. Exit code 0 means that it holds. */
export interface Step {
  name: string;
  command: readonly [program: string, ...args: string[]];
  cwd?: string;
}

/**
 * Runs steps, some at a time, and tells of each in a line when it is done, with all it said if it failed.
 * Gives out the names of those that failed.
 */
export async function runSteps(
  steps: readonly Step[],
  { atOnce, out }: { atOnce: number; out: NodeJS.WritableStream },
): Promise<string[]> {
  const failed: string[] = [];
  const waiting = [...steps];

  async function work(): Promise<void> {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const { ok, said } = await run(step);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      out.write(`${ok ? '✓' : '✗'} ${step.name} (${seconds} s)\n`);
      if (!ok) {
        failed.push(step.name);
        out.write(`${said.trimEnd().replace(/^/gm, '    ')}\n`);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

async function run({ command: [program, ...args], cwd }: Step): Promise<{ ok: boolean; said: string }> {
  const child = spawn(program, args, { ...(cwd ? { cwd } : {}), stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    const [code] = await once(child, 'close');
    return { ok: code === 0, said: Buffer.concat(chunks).toString('utf8') };
  } catch (error) {
    return { ok: false, said: `${program}: ${(error as Error).message}` };
  }
}
