import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { openNotify } from '../../agent/src/system/notify-systemd.ts';
import { needs } from '../helpers/needs.ts';

const PYTHON = { program: '/usr/bin/python3', debian: 'python3' };

/** systemd's end: prints each datagram as a line. */
const LISTEN = `
import socket, sys
end = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
end.bind(sys.argv[1].replace('@', '\\0', 1))
print('ready', flush=True)
while True: print(end.recv(200).decode(), flush=True)
`;

needs(PYTHON)('systemd', () => {
  it.each([
    ['a path', (dir: string) => join(dir, 'notify')],
    ['a name of the abstract namespace', () => `@assay-notify-${process.pid}`],
  ])('hears what is said at %s', async (_, place) => {
    const dir = mkdtempSync(join(tmpdir(), 'assay-notify-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const socket = place(dir);
    const listener = spawn(PYTHON.program, ['-c', LISTEN, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void listener.kill());
    const lines = createInterface({ input: listener.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('ready');
    const notify = openNotify(socket);
    notify('WATCHDOG=1');
    notify('STATUS=sends reports');
    expect((await lines.next()).value).toBe('WATCHDOG=1');
    expect((await lines.next()).value).toBe('STATUS=sends reports');
  });

  it('that does not listen is no reason to fail', async () => {
    openNotify('/no/such/socket')('WATCHDOG=1');
    await new Promise(setImmediate);
  });
});
