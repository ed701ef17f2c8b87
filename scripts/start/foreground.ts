import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AssayError } from '@assay/shared';

/** As long as an interrupted command may take to get to where it can be stopped. */
const PATIENCE_MS = 10_000;

/** A command's main job, as its parts see it. */
export interface Foreground {
  /** What was started is stopped when the command ends, the newest first. */
  atEnd(step: () => unknown): void;
  end(exitCode: number): Promise<void>;
  readonly ending: boolean;
}

/**
 * Runs a command until Ctrl-C, SIGTERM or `end`, then drains it. An error ends it with exit code 1 and one sentence;
 * only one that we did not foresee comes with its stack.
 */
export async function inForeground(main: (job: Foreground) => Promise<void>): Promise<void> {
  const steps: (() => unknown)[] = [];
  let ending = false;
  let running: Promise<void> = Promise.resolve();

  async function finish(exitCode: number): Promise<never> {
    for (const step of steps.reverse()) await step();
    process.exit(exitCode);
  }
  const job: Foreground = {
    atEnd: (step) => void steps.push(step),
    async end(exitCode) {
      if (ending) return;
      ending = true;
      await finish(exitCode);
    },
    get ending() {
      return ending;
    },
  };
  async function interrupt(): Promise<void> {
    if (ending) return;
    ending = true;
    // What it is about to start must be there to be stopped; its own errors are those of being interrupted.
    await Promise.race([running.catch(() => undefined), sleep(PATIENCE_MS)]);
    await finish(0);
  }
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    running = main(job);
    await running;
  } catch (error) {
    if (ending) return;
    const text = error instanceof AssayError ? `${error.message} [${error.code}]` : (error as Error).stack;
    process.stderr.write(`${text}\n`);
    await job.end(1);
  }
}

/** A directory that is gone when the command ends. */
export function throwAwayDir(job: Foreground): string {
  const dir = mkdtempSync(join(tmpdir(), 'assay-'));
  job.atEnd(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
