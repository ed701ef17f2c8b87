import { execFileSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { SIGNAL_NAMES, type Signals } from '@assay/shared';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { BUILD_TIMEOUT_MS } from './packaging.ts';
import { openWindowsWorld, WINDOWS_NEEDS, type WindowsWorld } from './windows-world.ts';
import type { Wine } from './wine.ts';

const OLD = '0.1.0';
const NEW = '0.1.1';
const NOBODY = 65_534;
const PATIENCE = { timeout: 60_000, interval: 500 };
const AGENT = 'C:\\Program Files\\Assay Agent\\assay-agent.exe';

needs(...WINDOWS_NEEDS)('the agent on Windows, with Node 22 under wine', () => {
  let world: WindowsWorld;
  let wine: Wine;
  let twin: string;

  beforeAll(async () => {
    // The first one is packed as it is shipped.
    world = await openWindowsWorld({ installers: { [OLD]: 'small', [NEW]: 'quick' } });
    wine = world.wine;
    twin = world.agents[NEW] as string;
  }, BUILD_TIMEOUT_MS);
  afterAll(() => world?.close());

  const table = (name: string) =>
    execFileSync('msiinfo', ['export', world.installer(OLD), name], { encoding: 'utf8', stdio: 'pipe' });

  it('starts, and says its version', async () => {
    const { code, stdout } = await wine.run(twin, '--version');
    expect({ code, stdout: stdout.trim() }).toEqual({ code: 0, stdout: NEW });
  }, 60_000);

  it('reports every signal, and guesses none', async () => {
    const { code, stdout } = await wine.run(twin, 'report', '--json');
    expect(code).toBe(0);
    const signals = JSON.parse(stdout) as Signals;
    expect(Object.keys(signals).sort()).toEqual([...SIGNAL_NAMES].sort());
    expect(signals.hardware?.status).toBe('ok');
    // wine has no PowerShell that answers.
    expect(signals.disk_encryption?.status).toBe('unknown');
  }, 120_000);

  it("answers doctor's question, and says that it is not enrolled", async () => {
    const { code, stdout } = await wine.run(twin, 'doctor', '--json');
    expect(code).toBe(1);
    const { ok, findings } = JSON.parse(stdout) as { ok: boolean; findings: { code: string }[] };
    expect({ ok, first: findings[0]?.code }).toEqual({ ok: false, first: 'not_enrolled' });
  }, 60_000);

  it('has an installer that takes the join string and the proxy, hides the secret, and can be upgraded', () => {
    const properties = Object.fromEntries(
      table('Property')
        .split('\r\n')
        .map((line) => line.split('\t')),
    );
    expect(properties).toMatchObject({
      ALLUSERS: '1',
      MsiHiddenProperties: 'JOINSTRING',
      REINSTALLMODE: 'amus',
    });
    expect(properties.SecureCustomProperties?.split(';')).toEqual(
      expect.arrayContaining(['JOINSTRING', 'HTTPSPROXY', 'WIPE']),
    );
    expect(table('Upgrade').split(properties.UpgradeCode as string)).toHaveLength(3);
    expect(table('ServiceInstall')).toMatch(/AssayAgent\t.*\tLocalSystem\t/);
    expect(table('Component')).toMatch(/^JoinString\t.*\tJOINSTRING\t/m);
    const sequence = table('InstallExecuteSequence');
    expect(sequence, 'the old product goes before files are compared').toMatch(
      /^RemoveExistingProducts\t\t1450\r$/m,
    );
  });

  it('has an installer that is small: as much smaller than the shipped one as 31 MB are', () => {
    expect(statSync(world.installer(OLD)).size / statSync(twin).size).toBeLessThan(31 / 105.6);
  });

  // Only root can give a directory away.
  it.runIf(process.getuid?.() === 0)(
    'keeps aside what another user had put where its own things go, and believes none of it',
    async () => {
      const theirs = join(wine.driveC, 'ProgramData/Assay');
      mkdirSync(theirs);
      writeFileSync(join(theirs, 'join'), await joinStringFor(world.collector));
      chownSync(theirs, NOBODY, NOBODY);

      await world.msiexec('/i', NEW);
      const log = join(theirs, 'logs/agent.log');
      await vi.waitFor(
        () => expect(existsSync(log) && readFileSync(log, 'utf8')).toContain('not enrolled'),
        PATIENCE,
      );
      const [aside = ''] = globSync('ProgramData/Assay.not-ours-*', { cwd: wine.driveC });
      expect(existsSync(join(wine.driveC, aside, 'join'))).toBe(true);
      expect(existsSync(join(theirs, 'join'))).toBe(false);

      await world.msiexec('/x', NEW, 'WIPE=1');
      rmSync(join(wine.driveC, aside), { recursive: true });
    },
    120_000,
  );

  it('is installed without a question, reports, keeps its identity over an upgrade, and leaves nothing', async () => {
    await world.msiexec('/i', OLD, `JOINSTRING=${await joinStringFor(world.collector)}`);
    const device = await reportedAs(OLD);
    await expectSecretGone();
    const identity = readFileSync(join(wine.driveC, 'ProgramData/Assay/agent/identity.json'), 'utf8');

    await world.msiexec('/i', NEW);
    expect((await wine.run(AGENT, '--version')).stdout.trim()).toBe(NEW);
    expect(await reportedAs(NEW)).toBe(device);
    expect(readFileSync(join(wine.driveC, 'ProgramData/Assay/agent/identity.json'), 'utf8')).toBe(identity);
    expect(existsSync(join(wine.driveC, 'ProgramData/Assay/logs/agent.log'))).toBe(true);

    await world.msiexec('/x', NEW, 'WIPE=1');
    expect((await wine.run('sc', 'query', 'AssayAgent')).code).not.toBe(0);
    expect((await wine.run('reg', 'query', 'HKLM\\Software\\Assay')).code).not.toBe(0);
    expect(globSync('{Program Files,ProgramData}/*ssay*', { cwd: wine.driveC })).toEqual([]);
  }, 240_000);

  it('goes on through the proxy of before over an upgrade, unless that says another', async () => {
    const proxy = 'http://proxy.example:3128';
    const other = 'http://other.example:3128';
    for (const [said, kept] of [
      [[], proxy],
      [[`HTTPSPROXY=${other}`], other],
    ] as const) {
      await world.msiexec('/i', OLD, `HTTPSPROXY=${proxy}`);
      await world.msiexec('/i', NEW, ...said);
      const { stdout } = await wine.run('reg', 'query', 'HKLM\\Software\\Assay\\Agent', '/v', 'HttpsProxy');
      expect(stdout).toContain(kept);
      await world.msiexec('/x', NEW, 'WIPE=1');
    }
  }, 240_000);

  const reportedAs = (version: string) => deviceReportedAs(world.collector, version, 0);

  const expectSecretGone = () =>
    vi.waitFor(async () => {
      const { stdout } = await wine.run('reg', 'query', 'HKLM\\Software\\Assay\\Agent');
      expect(stdout).not.toContain('JoinString');
    }, PATIENCE);
});
