import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Signals, VERSION } from '@assay/shared';
import type { DeviceDetail } from '@assay/shared/api';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { agentPackage } from '../../scripts/package/linux/agent-package.ts';
import { collectorPackage } from '../../scripts/package/linux/collector-package.ts';
import { makeDeb } from '../../scripts/package/linux/deb.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import { openBootedRoot } from './booted-root.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { cannotCopyRoot, type LinuxRoot } from './linux-root.ts';
import { BUILD_TIMEOUT_MS, packaged, STRIP, SYSTEMD } from './packaging.ts';

const reason = cannotCopyRoot();
needs(STRIP, SYSTEMD)(`under a booted systemd${reason ? ` [needs ${reason}]` : ''}`, () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-boot-'));
  const file = (name: string) => join(dir, `${name}.deb`);
  let collector: CollectorProcess;
  let root: LinuxRoot;

  beforeAll(async () => {
    if (reason) return;
    const agent = agentPackage(await packaged('agent'), VERSION, 'x64');
    await makeDeb(agent, file('assay-agent'), 'quick');
    await makeDeb(
      collectorPackage(await packaged('collector'), VERSION, 'x64'),
      file('assay-collector'),
      'quick',
    );
    collector = await startCollectorProcess({ dataDir: join(dir, 'collector') });
    root = await openBootedRoot();
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await root?.close();
    await collector?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const shell = (text: string) => root.run(['sh', '-c', text]);
  const property = async (unit: string, name: string) =>
    (await root.run(['systemctl', 'show', `--property=${name}`, '--value', unit])).trim();
  const journal = (unit: string) => root.run(['journalctl', '--unit', unit, '--output=cat', '--no-pager']);
  const processOf = (unit: string) => property(unit, 'MainPID');
  const startedAnew = (unit: string, before: string) =>
    vi.waitFor(
      async () => {
        const now = await processOf(unit);
        if (now === '0' || now === before) throw new Error(`not started anew: ${await journal(unit)}`);
        expect(await property(unit, 'ActiveState')).toBe('active');
      },
      { timeout: 60_000, interval: 300 },
    );
  /** As an administrator changes a unit; comes into force with its next start. */
  async function override(unit: string, ...lines: string[]): Promise<void> {
    const dropIns = `/run/systemd/system/${unit}.d`;
    await shell(`mkdir -p ${dropIns} && printf '%s\\n' '[Service]' ${lines.join(' ')} >${dropIns}/test.conf`);
    await root.run(['systemctl', 'daemon-reload']);
  }
  const restore = (unit: string) =>
    shell(`rm -r /run/systemd/system/${unit}.d && systemctl daemon-reload && systemctl restart ${unit}`);

  const AGENT = 'assay-agent.service';
  const reported = (since: number) => deviceReportedAs(collector, VERSION, since);

  it.skipIf(reason)(
    'the agent is started by its installation, enrolls, reports, and logs to the journal',
    async () => {
      const joinString = await joinStringFor(collector);
      const started = Date.now();
      await root.run(['dpkg', '--install', file('assay-agent')], { ASSAY_JOIN_STRING: joinString });
      await reported(started);
      expect(await property(AGENT, 'ActiveState')).toBe('active');
      expect(await root.run(['systemctl', 'is-enabled', AGENT])).toBe('enabled\n');
      expect(await journal(AGENT)).toMatch(/"msg":"enrolled"/);
      expect(await root.run(['assay-agent', 'service', 'status'])).toMatch(
        /^The service assay-agent runs; last sign of life \d+ s ago\.\n$/,
      );
    },
    90_000,
  );

  it.skipIf(reason)(
    'the agent sees as a hardened service what it sees without',
    async () => {
      const device = await reported(0);
      const free = JSON.parse(await root.run(['assay-agent', 'report', '--json'])) as Signals;
      const freely = Object.entries(free).map(([name, { status }]) => `${name} ${status}`);
      // What takes longer than a first report may wait is in the next one.
      await vi.waitFor(
        async () => {
          const { signals } = await collector.api.call<DeviceDetail>('GET', `/devices/${device}`);
          const inService = signals.map(({ name, status }) => `${name} ${status}`);
          expect(inService.sort()).toEqual(freely.sort());
        },
        { timeout: 30_000, interval: 300 },
      );
    },
    60_000,
  );

  it.skipIf(reason)(
    'the agent is started anew when it is killed',
    async () => {
      const before = await processOf(AGENT);
      const killed = Date.now();
      await root.run(['systemctl', 'kill', '--signal=KILL', AGENT]);
      await startedAnew(AGENT, before);
      await reported(killed);
    },
    90_000,
  );

  it.skipIf(reason)(
    'the agent is started anew when it hangs',
    async () => {
      await override(AGENT, 'WatchdogSec=4', 'TimeoutStopSec=1', 'RestartSec=1');
      await root.run(['systemctl', 'restart', AGENT]);
      await vi.waitFor(
        async () => expect(await property(AGENT, 'WatchdogTimestampMonotonic')).not.toBe('0'),
        {
          timeout: 30_000,
        },
      );
      const before = await processOf(AGENT);
      // Twice as long as the watchdog waits: it gives its signs of life in time.
      await shell('sleep 8');
      expect(await processOf(AGENT)).toBe(before);
      const hung = Date.now();
      await root.run(['systemctl', 'kill', '--signal=STOP', AGENT]);
      await startedAnew(AGENT, before);
      await reported(hung);
      await restore(AGENT);
    },
    90_000,
  );

  it.skipIf(reason)(
    'the agent ends when it takes more memory than its limit, and is started anew',
    async () => {
      await override(AGENT, 'MemoryMax=12M', 'RestartSec=1');
      await shell(`systemctl restart ${AGENT} || true`);
      await vi.waitFor(async () => expect(Number(await property(AGENT, 'NRestarts'))).toBeGreaterThan(1), {
        timeout: 60_000,
        interval: 300,
      });
      expect(await root.run(['journalctl', '--no-pager', '--output=cat', `UNIT=${AGENT}`])).toMatch(
        /status=9\/KILL|oom-kill/,
      );
      const back = Date.now();
      await restore(AGENT);
      await reported(back);
    },
    120_000,
  );

  it.skipIf(reason)(
    'the agent stops, and is gone, when it is purged',
    async () => {
      await root.run(['dpkg', '--purge', 'assay-agent']);
      expect(await property(AGENT, 'LoadState')).toBe('not-found');
      expect(await shell('ls -d /var/lib/assay-agent /etc/assay-agent 2>/dev/null || true')).toBe('');
      expect(await shell('pgrep -x assay-agent || true')).toBe('');
    },
    60_000,
  );

  const COLLECTOR = 'assay-collector.service';
  const serves = (port: number) =>
    vi.waitFor(
      async () => {
        const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
        try {
          expect((await fetch(`https://127.0.0.1:${port}/readyz`, { dispatcher })).status).toBe(200);
        } catch (cause) {
          throw new Error(`${(cause as Error).message}: ${await journal(COLLECTOR)}`);
        } finally {
          await dispatcher.close();
        }
      },
      { timeout: 60_000, interval: 300 },
    );

  it.skipIf(reason)(
    'the collector is set up as its unit says, serves, logs, and is started anew when it is killed',
    async () => {
      // What this machine itself has unpacked is none of theirs.
      await root.run(['rm', '-rf', '/var/cache/assay-collector']);
      await root.run(['dpkg', '--install', file('assay-collector')]);
      const port = await steadyPort();
      const unit = await root.run(['cat', '/usr/lib/systemd/system/assay-collector.service']);
      const [, setUp = ''] = /Install:\n((?:#.*\n)+)/.exec(unit) ?? [];
      const steps = setUp
        .replaceAll(/^# +/gm, '')
        .replace('https://collector.example:7443', `https://127.0.0.1:${port} --port ${port} --yes`);
      const commands = steps.split('\n').filter((line) => !line.startsWith('install -m'));
      await shell(`set -e\n${commands.join('\n')}`).catch(async (cause: Error) => {
        throw new Error(`${cause.message}\n${await journal(COLLECTOR)}`);
      });
      await serves(port);
      expect(await journal(COLLECTOR)).toMatch(/^\{.*"msg":/m);

      const before = await processOf(COLLECTOR);
      await root.run(['systemctl', 'kill', '--signal=KILL', COLLECTOR]);
      await startedAnew(COLLECTOR, before);
      await serves(port);
    },
    180_000,
  );

  it.skipIf(reason)(
    'the collector stops without a failure, and is gone, when it is purged',
    async () => {
      await root.run(['systemctl', 'stop', COLLECTOR]);
      expect(await property(COLLECTOR, 'Result')).toBe('success');
      await root.run(['dpkg', '--purge', 'assay-collector']);
      expect(await property(COLLECTOR, 'LoadState')).toBe('not-found');
      expect(
        await shell(
          'ls -d /var/lib/assay-collector /var/cache/assay-collector /etc/assay 2>/dev/null || true',
        ),
      ).toBe('');
    },
    60_000,
  );
});
