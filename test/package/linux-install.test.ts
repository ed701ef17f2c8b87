import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agentPackage } from '../../scripts/package/linux/agent-package.ts';
import { makeDeb } from '../../scripts/package/linux/deb.ts';
import { makeRpm } from '../../scripts/package/linux/rpm.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { cannotCopyRoot, type LinuxRoot, openLinuxRoot } from './linux-root.ts';
import { BUILD_TIMEOUT_MS, packaged, RPM, STRIP } from './packaging.ts';

const dir = mkdtempSync(join(tmpdir(), 'assay-install-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What IT types, for each kind of package. rpm's own dependencies are not there on a Debian. */
const KINDS = {
  deb: {
    make: makeDeb,
    install: (file: string) => ['dpkg', '--install', file],
    remove: ['dpkg', '--remove', 'assay-agent'],
    wipe: ['dpkg', '--purge', 'assay-agent'],
  },
  rpm: {
    make: makeRpm,
    install: (file: string) => ['rpm', '--upgrade', '--nodeps', file],
    remove: ['rpm', '--erase', '--nodeps', 'assay-agent'],
    wipe: ['rpm', '--erase', '--nodeps', 'assay-agent'],
  },
} as const;
type Kind = keyof typeof KINDS;

const OLD = '0.1.0';
const NEW = '0.1.1';
const fileOf = (kind: Kind, version: string) => join(dir, `assay-agent-${version}.${kind}`);

const reason = cannotCopyRoot();
needs(STRIP, RPM)(`the Linux packages${reason ? ` [needs ${reason}]` : ''}`, () => {
  let collector: CollectorProcess;
  let root: LinuxRoot;

  beforeAll(async () => {
    if (reason) return;
    for (const version of [OLD, NEW]) {
      const spec = agentPackage(await packaged('agent', 'linux-x64', version), version, 'x64');
      for (const kind of ['deb', 'rpm'] as const)
        await KINDS[kind].make(spec, fileOf(kind, version), 'quick');
    }
    collector = await startCollectorProcess({ dataDir: join(dir, 'collector') });
  }, BUILD_TIMEOUT_MS);
  afterAll(() => collector?.stop());

  beforeEach(async () => {
    if (!reason) root = await openLinuxRoot();
  });
  afterEach(() => root?.close());

  /** Starts what the installed unit starts, until it has reported as that version. */
  async function report(version: string): Promise<string> {
    const unit = await root.run(['cat', '/usr/lib/systemd/system/assay-agent.service']);
    const [, command = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
    const started = Date.now();
    const service = root.start(command.split(' '));
    try {
      return await deviceReportedAs(collector, version, started);
    } finally {
      await service.stop();
    }
  }

  const rest = async () => (await root.changed()).filter((path) => path.includes('assay'));
  const identity = () => root.run(['cat', '/var/lib/assay-agent/identity.json']);

  describe.skipIf(reason !== null).each(['deb', 'rpm'] as const)('as .%s', (kind) => {
    const { install, remove, wipe } = KINDS[kind];

    it('install without a question, report, keep the identity over an upgrade, and leave nothing', async () => {
      const before = await rest();
      await root.run(install(fileOf(kind, OLD)), { ASSAY_JOIN_STRING: await joinStringFor(collector) });
      expect(await root.run(['stat', '-c', '%a', '/etc/assay-agent/join'])).toBe('600\n');
      expect(await root.run(['sh', '-c', 'ls /etc/systemd/system/multi-user.target.wants'])).toContain(
        'assay-agent.service',
      );
      const device = await report(OLD);
      await expect(root.run(['cat', '/etc/assay-agent/join']), 'the secret is gone').rejects.toThrow();
      const enrolled = await identity();

      await root.run(['sh', '-c', 'echo HTTPS_PROXY= >>/etc/assay-agent/agent.env']);
      await root.run(install(fileOf(kind, NEW)));
      expect(await root.run(['assay-agent', '--version'])).toBe(`${NEW}\n`);
      expect(await identity()).toBe(enrolled);
      expect(await root.run(['tail', '-1', '/etc/assay-agent/agent.env'])).toBe('HTTPS_PROXY=\n');
      expect(await report(NEW)).toBe(device);

      await root.run(wipe, { ASSAY_WIPE: '1' });
      expect((await rest()).filter((path) => !before.includes(path) && !isLedger(path))).toEqual([]);
    }, 180_000);

    it('keep the identity when they are only removed', async () => {
      await root.run(install(fileOf(kind, NEW)));
      await root.run([
        'sh',
        '-c',
        'install -d -m 0700 /var/lib/assay-agent && echo {} >/var/lib/assay-agent/identity.json',
      ]);
      await root.run(remove);
      await expect(root.run(['assay-agent', '--version'])).rejects.toThrow();
      expect(await identity()).toBe('{}\n');
    }, 120_000);
  });
});

/** What the package manager keeps of itself. */
const isLedger = (path: string) =>
  path.startsWith('/mnt/var/lib/dpkg/') || path.startsWith('/mnt/var/lib/rpm/');
