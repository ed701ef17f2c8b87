import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Signals } from '@assay/shared';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemdUnit } from '../../agent/src/service/systemd-unit.ts';
import { SYSTEMD_ANALYZE } from '../deploy/programs.ts';
import { needs } from '../helpers/needs.ts';
import { BUILD_TIMEOUT_MS, packaged, STRIP } from './packaging.ts';

const SETPRIV = { program: '/usr/bin/setpriv', debian: 'util-linux' };
const PYTHON = { program: '/usr/bin/python3', debian: 'python3' };

needs(
  STRIP,
  SYSTEMD_ANALYZE,
  SETPRIV,
  PYTHON,
)("the agent's systemd unit", () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-unit-'));
  const unit = join(dir, 'assay-agent.service');
  afterAll(() => rmSync(dir, { recursive: true }));

  let agent: string;
  beforeAll(async () => {
    agent = await packaged('agent');
    writeFileSync(unit, systemdUnit(agent));
  }, BUILD_TIMEOUT_MS);

  const analyze = (...args: string[]) =>
    execFileSync(SYSTEMD_ANALYZE.program, [...args, unit], { encoding: 'utf8', stdio: 'pipe' });

  it('is understood by systemd; before 254 but for its longer waits between starts', () => {
    const { status, stderr } = spawnSync(SYSTEMD_ANALYZE.program, ['verify', '--man=no', unit], {
      encoding: 'utf8',
    });
    const unknown = [...stderr.matchAll(/Unknown key '(\w+)'/g)].map(([, key]) => key);
    const complaints = stderr.split('\n').filter((line) => line && !line.includes('Unknown key'));
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
    const [, version] = /^systemd (\d+)/.exec(analyze('--version')) ?? [];
    const later = Number(version) < 254 ? ['RestartMaxDelaySec', 'RestartSteps'] : [];
    expect([...new Set(unknown)].sort()).toEqual(later);
  });

  it('leaves the agent what its probes need and no more: exposure 3.7 of 10', () => {
    const said = analyze('security', '--offline=true', '--threshold=37', '--no-pager');
    expect(said).toMatch(/exposure level/);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'takes no right away that a probe needs',
    async () => {
      const [, wanted = ''] = /^CapabilityBoundingSet=(.*)$/m.exec(systemdUnit(agent)) ?? [];
      const bounding = wanted.toLowerCase().replaceAll('cap_', '+').split(' ').join(',');
      const restricted = ['--no-new-privs', '--inh-caps=-all', `--bounding-set=-all,${bounding}`, agent];
      const statuses = async (program: string, args: string[]) => {
        const { stdout } = await promisify(execFile)(program, [...args, 'report', '--json']);
        const signals = JSON.parse(stdout) as Signals;
        return Object.entries(signals).map(([name, { status }]) => `${name} ${status}`);
      };
      expect(await statuses(SETPRIV.program, restricted)).toEqual(await statuses(agent, []));
    },
    60_000,
  );

  it("tells systemd's watchdog that it is alive", async () => {
    const socket = join(dir, 'notify');
    const receiver = spawn(PYTHON.program, ['-c', RECEIVER, socket], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: receiver.stdout });
    await once(lines, 'line');
    const heard = once(lines, 'line');
    const places = ['--state-dir', join(dir, 'state'), '--join-file', join(dir, 'join')];
    const service = spawn(agent, ['service', 'run', ...places], {
      env: { HOME: dir, NOTIFY_SOCKET: socket, WATCHDOG_USEC: '300000000' },
      stdio: 'ignore',
    });
    try {
      expect(await heard).toEqual(['WATCHDOG=1']);
    } finally {
      const ended = once(service, 'exit');
      service.kill('SIGTERM');
      expect(await ended, 'ends by itself when told to').toEqual([0, null]);
      receiver.kill();
    }
  }, 60_000);
});

/** Node has no datagram sockets of this kind. */
const RECEIVER = `import socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
print("ready", flush=True)
while True:
    for line in s.recv(4096).decode().splitlines():
        if line.startswith("WATCHDOG"): print(line, flush=True)
`;
