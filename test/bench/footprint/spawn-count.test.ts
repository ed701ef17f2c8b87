import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished, vi } from 'vitest';
import { countSpawns } from './spawn-count.ts';

const SCRIPT =
  'echo ready; read go; /bin/true; /bin/true; /bin/sh -c "/bin/true; /bin/true"; echo done; read end';

it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'every process that is started is counted, however short, and none else',
  async () => {
    const inside = ['--pid', '--fork', '--kill-child', '--', 'sh', '-c', SCRIPT];
    const outer = spawn('unshare', inside, { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void outer.kill('SIGKILL'));
    const lines = createInterface({ input: outer.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('ready');
    const children = () => readFileSync(`/proc/${outer.pid}/task/${outer.pid}/children`, 'utf8').trim();
    const pid = Number(await vi.waitUntil(children, { timeout: 20_000 }));
    const quiet = await countSpawns(pid, 60_000);
    expect((await quiet.stop()).map(({ started }) => started)).toEqual([0]);
    const busy = await countSpawns(pid, 60_000);
    outer.stdin.write('go\n');
    expect((await lines.next()).value).toBe('done');
    expect((await busy.stop()).map(({ started }) => started)).toEqual([5]);
  },
);
