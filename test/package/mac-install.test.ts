import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { bundle } from '../../scripts/package/bundle.ts';
import { agentPackage } from '../../scripts/package/macos/agent-package.ts';
import { makePkg } from '../../scripts/package/macos/pkg.ts';
import { runtimePayload } from '../../scripts/package/runtime-form.ts';
import { runtimeFor } from '../../scripts/package/runtimes.ts';
import { TARGETS } from '../../scripts/package/targets.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { needs } from '../helpers/needs.ts';
import { deviceReportedAs, joinStringFor } from './installed-agent.ts';
import { cannotCopyRoot, type LinuxRoot, openLinuxRoot } from './linux-root.ts';
import { installPkg, makeMac, onLinux } from './mac-root.ts';
import { BUILD_TIMEOUT_MS, PKG_READERS, XZ } from './packaging.ts';

const SUPPORT = '/Library/Application Support/Assay';
const OLD = '0.1.0';
const NEW = '0.1.1';

const reason = cannotCopyRoot();
needs(XZ, ...PKG_READERS)(`the package for macOS${reason ? ` [needs ${reason}]` : ''}`, () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-mac-'));
  const fileOf = (version: string) => join(dir, `assay-agent-${version}.pkg`);
  let collector: CollectorProcess;
  let root: LinuxRoot;

  beforeAll(async () => {
    if (reason) return;
    const node = await runtimeFor('linux-x64', TARGETS['linux-x64'].node);
    for (const version of [OLD, NEW]) {
      const bundled = await bundle('agent', TARGETS['darwin-arm64'], join(dir, version), version);
      const program = onLinux(await runtimePayload('agent', 'darwin-arm64', bundled), node);
      const spec = agentPackage(program, version, 'arm64');
      await makePkg(spec, fileOf(version), { compression: 'quick', signer: null });
    }
    collector = await startCollectorProcess({ dataDir: join(dir, 'collector') });
  }, BUILD_TIMEOUT_MS);
  afterAll(async () => {
    await collector?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    if (reason) return;
    root = await openLinuxRoot();
    await makeMac(root);
  });
  afterEach(() => root?.close());

  const shell = (text: string) => root.run(['sh', '-c', text]);
  const identity = () => root.run(['cat', `${SUPPORT}/agent/identity.json`]);
  const rest = async () => (await root.changed()).filter((path) => /assay/i.test(path));

  const leaveJoinString = async () =>
    shell(`mkdir -p '${SUPPORT}' && printf '%s\\n' '${await joinStringFor(collector)}' >'${SUPPORT}/join'`);
  const reportedAs = (version: string, since: number) => deviceReportedAs(collector, version, since);

  it.skipIf(reason)(
    'starts the service, reports, keeps the identity over an upgrade and a removal, and is wiped without rest',
    async () => {
      const before = await rest();
      await leaveJoinString();
      const started = Date.now();
      await installPkg(root, fileOf(OLD));
      expect(await shell("stat -c '%a %U' '/Library/Application Support/Assay'")).toBe('700 root\n');
      const device = await reportedAs(OLD, started);
      await expect(root.run(['cat', `${SUPPORT}/join`]), 'the secret is gone').rejects.toThrow();
      expect(await root.run(['/usr/local/bin/assay-agent', '--version'])).toBe(`${OLD}\n`);
      const enrolled = await identity();

      const upgraded = Date.now();
      await installPkg(root, fileOf(NEW));
      expect(await reportedAs(NEW, upgraded)).toBe(device);
      expect(await identity()).toBe(enrolled);

      await root.run(['/opt/assay-agent/uninstall']);
      expect(await identity()).toBe(enrolled);
      await expect(root.run(['launchctl', 'print', 'system/dev.assay.agent'])).rejects.toThrow();

      const again = Date.now();
      await installPkg(root, fileOf(NEW));
      expect(await reportedAs(NEW, again)).toBe(device);
      await root.run(['/opt/assay-agent/uninstall', '--wipe']);
      expect((await rest()).filter((path) => !before.includes(path))).toEqual([]);
    },
    240_000,
  );

  it.skipIf(reason)('is put into an image without starting anything', async () => {
    await shell('mkdir -p /Volumes/Image');
    for (const script of ['preinstall', 'postinstall'])
      await root.run([
        join(import.meta.dirname, '../../scripts/package/macos/scripts', script),
        'x',
        '/',
        '/Volumes/Image',
        '/',
      ]);
    await expect(root.run(['launchctl', 'print', 'system/dev.assay.agent'])).rejects.toThrow();
    await expect(root.run(['ls', '/usr/local/bin/assay-agent'])).rejects.toThrow();
  });

  it.skipIf(reason)('tells how to uninstall when asked wrongly, and removes nothing', async () => {
    const uninstall = join(import.meta.dirname, '../../scripts/package/macos/scripts/uninstall');
    await expect(root.run([uninstall, '--wpie'])).rejects.toMatchObject({ code: 2 });
  });
});
