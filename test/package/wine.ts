import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Need } from '../helpers/needs.ts';

/** What wine 8 runs: it lacks what V8 of later versions asks of Windows. The shipped one is built the same way. */
export const TWIN = '22.23.3';

/** wine shows the whole file system as drive Z. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

export const WINE: Need = { program: '/usr/lib/wine/wine64', debian: 'wine64' };

/** A Windows that was never used before. */
export interface Wine {
  /** Directory that is its drive C. */
  driveC: string;
  run(...command: string[]): Promise<{ code: number | null; stdout: string; stderr: string }>;
  close(): Promise<void>;
}

/** Says that it is Windows 10. What is installed as a service runs until it is closed. */
export async function openWine(): Promise<Wine> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-wine-'));
  mkdirSync(join(dir, 'home'));
  const env = {
    PATH: '/usr/bin:/bin',
    HOME: join(dir, 'home'),
    WINEPREFIX: join(dir, 'prefix'),
    WINEDEBUG: '-all',
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  let runs = 0;
  const start = (command: string[], output: string) => {
    // Node throws at its start when its output is a pipe there.
    const [stdout, stderr] = [openSync(`${output}.out`, 'w'), openSync(`${output}.err`, 'w')];
    const child = spawn(WINE.program, command, { env, stdio: ['ignore', stdout, stderr] });
    closeSync(stdout);
    closeSync(stderr);
    return child;
  };
  const run: Wine['run'] = async (...command) => {
    const output = join(dir, `run-${runs++}`);
    const [code] = (await once(start(command, output), 'exit')) as [number | null];
    const [stdout, stderr] = ['out', 'err'].map((end) => readFileSync(`${output}.${end}`, 'utf8'));
    return { code, stdout: stdout ?? '', stderr: stderr ?? '' };
  };
  await run('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f');
  // Services end with the last program that a user started.
  const keeper = start(['ping', '-n', '1000', '127.0.0.1'], join(dir, 'keeper'));
  return {
    driveC: join(dir, 'prefix/drive_c'),
    run,
    async close() {
      await run('wineboot', '--kill');
      keeper.kill();
      rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
