import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExecResult } from '../system/exec.ts';
import { heal } from './health.ts';
import { openMachine } from './machine.ts';
import { openServiceManager } from './manager.ts';
import { windowsManager } from './windows-manager.ts';

let root: string;
let ran: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-service-'));
  ran = [];
});
afterEach(() => rmSync(root, { recursive: true }));

/** A platform's manager that answers as given, and otherwise does what it is told. */
const managerOf = (
  platform: 'linux' | 'macos' | 'windows',
  answers: Record<string, string | number> = {},
) => {
  const exec = {
    async run(command: string, args: readonly string[]): Promise<ExecResult> {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const answer = answers[line] ?? '';
      if (typeof answer === 'string') return { status: 'ok', stdout: answer, stderr: '' };
      return { status: 'exit', code: answer, stdout: '', stderr: 'as the test wants' };
    },
  };
  return openServiceManager(platform, openMachine(platform, { exec, root }));
};
const there = (path: string) => existsSync(join(root, path));

describe('the service with systemd', () => {
  const UNIT = '/etc/systemd/system/assay-agent.service';
  const SHOW = 'systemctl show --property=ActiveState,SubState assay-agent';
  const RUNS = 'ActiveState=active\nSubState=running\n';

  it('is defined once, and again when somebody changed it', async () => {
    const manager = managerOf('linux');
    expect(await manager.define('/opt/agent')).toBe(true);
    expect(await manager.define('/opt/agent')).toBe(false);
    writeFileSync(join(root, UNIT), 'changed');
    expect(await manager.define('/opt/agent')).toBe(true);
    expect(readFileSync(join(root, UNIT), 'utf8')).toContain('ExecStart=/opt/agent service run');
  });

  it('is healed: written, enabled and started, with nothing left to do then', async () => {
    const where = { executable: '/opt/agent', stateDir: root, clock: systemClock };
    const manager = managerOf('linux', { [SHOW]: RUNS });
    expect(await heal(manager, where)).toEqual(['its definition was written anew', 'it was started']);
    expect(ran).toContain('systemctl enable --now assay-agent');
    expect(await heal(manager, where)).toEqual([]);
  });

  it('is enabled again also while it still runs', async () => {
    const manager = managerOf('linux', { [SHOW]: RUNS });
    await manager.define('/opt/agent');
    ran = [];
    expect(await heal(manager, { executable: '/opt/agent', stateDir: root, clock: systemClock })).toEqual([]);
    expect(ran).toContain('systemctl enable --now assay-agent');
  });

  it('is started anew when it has given no sign of life for long', async () => {
    const manager = managerOf('linux', { [SHOW]: RUNS });
    await manager.define('/opt/agent');
    writeFileSync(join(root, 'heartbeat'), '');
    const hourAgo = Date.now() / 1000 - 3600;
    utimesSync(join(root, 'heartbeat'), hourAgo, hourAgo);
    const done = await heal(manager, { executable: '/opt/agent', stateDir: root, clock: systemClock });
    expect(done).toEqual(['it hung and was started anew']);
    expect(ran.at(-1)).toBe('systemctl restart assay-agent');
  });

  it.each([
    [RUNS, 'running'],
    ['ActiveState=activating\nSubState=start\n', 'running'],
    ['ActiveState=activating\nSubState=auto-restart\n', 'stopped'],
    ['ActiveState=failed\nSubState=failed\n', 'stopped'],
    [1, 'unknown'],
  ])('is told from systemd: %j is %s', async (answer, state) => {
    const manager = managerOf('linux', { [SHOW]: answer });
    await manager.define('/opt/agent');
    expect(await manager.state()).toBe(state);
  });

  it('says what systemd complained of', async () => {
    const manager = managerOf('linux', { 'systemctl enable --now assay-agent': 1 });
    await expect(manager.start()).rejects.toMatchObject({
      code: 'service_failed',
      message: 'systemctl enable --now assay-agent failed: as the test wants',
    });
  });

  it('is removed with its definition, and a second time without complaint', async () => {
    const manager = managerOf('linux', { 'systemctl disable --now assay-agent': 1 });
    await manager.define('/opt/agent');
    await manager.remove();
    await manager.remove();
    expect(there(UNIT)).toBe(false);
    expect(await manager.state()).toBe('not_installed');
  });
});

describe('the service with launchd', () => {
  const DAEMON = '/Library/LaunchDaemons/dev.assay.agent.plist';

  it('brings its watchdog, and takes it along', async () => {
    const manager = managerOf('macos', { 'launchctl print system/dev.assay.agent': 113 });
    await manager.define('/opt/assay-agent/assay-agent');
    await manager.start();
    const files = [DAEMON, '/Library/LaunchDaemons/dev.assay.agent.watchdog.plist'];
    expect(files.filter(there)).toEqual(files);
    expect(ran).toContain(`launchctl bootstrap system ${DAEMON}`);
    await manager.remove();
    expect(files.filter(there)).toEqual([]);
  });

  it.each([
    ['\tstate = running\n', 'running'],
    ['\tstate = not running\n', 'stopped'],
    [113, 'stopped'],
  ])('is told from launchd: %j is %s', async (answer, state) => {
    const manager = managerOf('macos', { 'launchctl print system/dev.assay.agent': answer });
    await manager.define('/opt/agent');
    expect(await manager.state()).toBe(state);
  });
});

describe('the service of Windows', () => {
  it('is created when it is not there, and left alone when it is as it should be', async () => {
    const binPath = '"C:\\Assay\\assay-agent-service.exe"';
    const fresh = managerOf('windows', { 'sc qc AssayAgent': 1060 });
    expect(await fresh.define('C:\\Assay\\assay-agent.exe')).toBe(true);
    expect(ran[1]).toContain(`sc create AssayAgent binPath= ${binPath} start= auto`);
    const known = managerOf('windows', { 'sc qc AssayAgent': `BINARY_PATH_NAME   : ${binPath}` });
    expect(await known.define('C:\\Assay\\assay-agent.exe')).toBe(false);
  });

  it.each([
    [
      'SERVICE_NAME: AssayAgent\r\n        TYPE               : 10  WIN32_OWN_PROCESS\r\n        STATE              : 4  RUNNING\r\n',
      'running',
    ],
    [
      'SERVICE_NAME: AssayAgent\r\n        TYP                : 10  WIN32_OWN_PROCESS\r\n        STATUS             : 1  STOPPED\r\n',
      'stopped',
    ],
    [1060, 'not_installed'],
    [5, 'unknown'],
  ])('is told by number, in whatever language: %j is %s', async (answer, state) => {
    expect(await managerOf('windows', { 'sc query AssayAgent': answer }).state()).toBe(state);
  });

  it('is started anew only once it has ended: one that is started amid its end stays stopped', async () => {
    const states = ['3  STOP_PENDING', '3  STOP_PENDING', '1  STOPPED'];
    const exec = {
      async run(_: string, [verb = '']: readonly string[]): Promise<ExecResult> {
        ran.push(verb);
        const stdout = verb === 'query' ? `        STATE              : ${states.shift()}\r\n` : '';
        return { status: 'ok', stdout, stderr: '' };
      },
    };
    const pauses: number[] = [];
    const manager = windowsManager(openMachine('windows', { exec, root }), async (ms) => {
      pauses.push(ms);
    });
    await manager.restart();
    expect(ran).toEqual(['stop', 'query', 'query', 'query', 'start']);
    expect(pauses).toHaveLength(2);
    // Nor could its files be removed before.
    states.push('3  STOP_PENDING', '1  STOPPED');
    ran = [];
    await manager.remove();
    expect(ran).toEqual(['stop', 'query', 'query', 'delete']);
  });

  it('starts at every boot from now on, where somebody had disabled it', async () => {
    await managerOf('windows', {}).start();
    expect(ran).toEqual(['sc config AssayAgent start= auto', 'sc start AssayAgent']);
  });

  it('that runs already is no failure to start, another one is', async () => {
    await managerOf('windows', { 'sc start AssayAgent': 1056 }).start();
    await expect(managerOf('windows', { 'sc start AssayAgent': 5 }).start()).rejects.toMatchObject({
      code: 'service_failed',
    });
  });
});
