import { chmodSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exec } from '../../system/exec.ts';
import { FileError } from '../../system/file-error.ts';
import { scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import type { ProbeContext } from '../probe.ts';
import { createEdrOnLinux } from './linux.ts';
import { LINUX_PRODUCTS } from './products.ts';

const FALCON = { '/opt/CrowdStrike/falconctl': 'x', '/opt/CrowdStrike/falcon-sensor': 'x' };
const running = (pid: number, executable: string, uid = 0) => ({
  [`/proc/${pid}/exe`]: { link: executable },
  [`/proc/${pid}/status`]: `Name:\tx\nUid:\t${uid}\t0\t0\t0\n`,
});
const SHELL = { ...running(1, '/sbin/init'), ...running(77, '/bin/sh') };
const HEALTH = 'falconctl -g --aid --version --rfm-state';
const HEALTHY = `aid="${'1'.repeat(32)}", version = 7.29.18202.0\nrfm-state=false,`;

function contextOf(tree: Record<string, TreeEntry>, exec: Exec = scriptedExec({})): ProbeContext {
  return treeContext({ ...SHELL, ...tree }, exec);
}

const observe = (context: ProbeContext) => createEdrOnLinux().observe(context);

describe('endpoint protection', () => {
  it('is absent when no known product is installed or running', async () => {
    expect(await observe(contextOf({}))).toMatchObject({ status: 'absent' });
  });

  it('is unknown without processes to see', async () => {
    expect(await observe(treeContext({}))).toMatchObject({ status: 'unknown', reason: 'namespace' });
  });

  it('keeps apart what is installed and what is running', async () => {
    const outcome = await observe(contextOf(FALCON));
    expect(outcome).toEqual({
      status: 'ok',
      value: {
        products: [
          {
            product: 'crowdstrike-falcon',
            vendor: 'CrowdStrike',
            kind: 'edr',
            installed: true,
            running: false,
            evidence: [{ kind: 'installed', basis: 'path /opt/CrowdStrike/falconctl' }],
          },
        ],
      },
    });
  });

  it('is running when a process was started from its own path', async () => {
    const tree = {
      ...FALCON,
      ...running(812, '/opt/CrowdStrike/falcon-sensor'),
      '/etc/systemd/system/multi-user.target.wants/falcon-sensor.service': '',
    };
    expect(await observe(contextOf(tree, scriptedExec({ [HEALTH]: HEALTHY })))).toMatchObject({
      value: {
        products: [
          {
            running: true,
            healthy: true,
            version: '7.29.18202.0',
            evidence: [
              { kind: 'installed', basis: 'path /opt/CrowdStrike/falconctl' },
              { kind: 'running', basis: 'exe /opt/CrowdStrike/falcon-sensor (pid 812)' },
              { kind: 'enabled', basis: 'unit falcon-sensor.service' },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['/var/opt', { '/opt': { link: 'var/opt' } }],
    [
      '/usr/lib/opt',
      { '/opt': { link: 'var/opt' }, '/var/opt/CrowdStrike': { link: '../../usr/lib/opt/CrowdStrike' } },
    ],
  ])('is running where ostree keeps its directory in %s', async (place, links) => {
    const sensor = `${place}/CrowdStrike/falcon-sensor`;
    const tree = {
      ...links,
      [`${place}/CrowdStrike/falconctl`]: 'x',
      [sensor]: 'x',
      ...running(812, sensor),
    };
    const context = contextOf(tree);
    const probe = createEdrOnLinux();
    expect(await probe.observe(context)).toMatchObject({
      value: {
        products: [
          {
            running: true,
            evidence: expect.not.arrayContaining([expect.objectContaining({ kind: 'contradiction' })]),
          },
        ],
      },
    });
    expect(await probe.pulse?.disturbed(context)).toBe(false);
  });

  it('is not running by a name: a process may call itself anything', async () => {
    const tree = {
      ...FALCON,
      ...running(812, '/tmp/falcon-sensor'),
      '/proc/812/comm': 'falcon-sensor\n',
      '/tmp/falcon-sensor': '',
    };
    expect(await observe(contextOf(tree))).toMatchObject({
      value: {
        products: [
          {
            running: false,
            evidence: expect.arrayContaining([
              {
                kind: 'contradiction',
                basis: 'exe /tmp/falcon-sensor (pid 812): not where the product installs it',
              },
            ]),
          },
        ],
      },
    });
  });

  it("is not running by what only manages it: ESET's agent protects nothing", async () => {
    const agent = '/opt/eset/RemoteAdministrator/Agent/ERAAgent';
    const managed = { ...running(812, agent), [agent]: '' };
    expect(await observe(contextOf(managed))).toMatchObject({ status: 'absent' });
    const sensor = '/opt/eset/eea/sbin/startd';
    const stopped = { ...managed, [sensor]: '' };
    expect(await observe(contextOf(stopped))).toMatchObject({
      value: { products: [{ product: 'eset', installed: true, running: false }] },
    });
    expect(await observe(contextOf({ ...stopped, ...running(813, sensor) }))).toMatchObject({
      value: { products: [{ product: 'eset', running: true }] },
    });
  });

  it('is running where /usr/sbin is a name for /usr/bin, but not by what people ask it with', async () => {
    const tree = { '/usr/sbin': { link: 'bin' }, '/usr/bin/clamd': '', '/usr/bin/clamdscan': '' };
    const state = async (executable: string) => observe(contextOf({ ...tree, ...running(812, executable) }));
    expect(await state('/usr/bin/clamd')).toMatchObject({ value: { products: [{ running: true }] } });
    expect(await state('/usr/bin/clamdscan')).toMatchObject({ value: { products: [{ running: false }] } });
  });

  it('shows a pretender also where the product was never installed', async () => {
    const tree = { ...running(812, '/home/ann/falcon-sensor', 1000), '/home/ann/falcon-sensor': '' };
    expect(await observe(contextOf(tree))).toMatchObject({
      value: { products: [{ product: 'crowdstrike-falcon', installed: false, running: false }] },
    });
  });

  it('says which package its files came with, and when others than the owner of the system can change them', async () => {
    const tree = { ...FALCON, '/var/lib/dpkg/info/falcon-sensor.list': '' };
    const context = contextOf(tree);
    chmodSync(join(context.files.root, '/opt/CrowdStrike/falconctl'), 0o777);
    expect(await observe(context)).toMatchObject({
      value: {
        products: [
          {
            evidence: [
              { kind: 'installed', basis: 'path /opt/CrowdStrike/falconctl' },
              {
                kind: 'contradiction',
                basis: 'path /opt/CrowdStrike/falconctl can be changed by others than root',
              },
              { kind: 'installed', basis: 'package /var/lib/dpkg/info/falcon-sensor.list' },
            ],
          },
        ],
      },
    });
  });

  it('is not running by a link to a path where no such file is', async () => {
    // What a program looks like that was started at that path in a mount namespace of its own.
    const tree = { '/opt/CrowdStrike/falconctl': 'x', ...running(812, '/opt/CrowdStrike/falcon-sensor') };
    expect(await observe(contextOf(tree))).toMatchObject({ value: { products: [{ running: false }] } });
  });

  it("is not running in a person's account", async () => {
    const tree = { ...FALCON, ...running(812, '/opt/CrowdStrike/falcon-sensor', 1000) };
    expect(await observe(contextOf(tree))).toMatchObject({
      value: {
        products: [
          {
            running: false,
            evidence: expect.arrayContaining([
              {
                kind: 'contradiction',
                basis: "exe /opt/CrowdStrike/falcon-sensor (pid 812): runs in a person's account",
              },
            ]),
          },
        ],
      },
    });
  });

  it('is not running, nor pretended, by the tool that people ask it with', async () => {
    const client = '/opt/microsoft/mdatp/sbin/wdavdaemonclient';
    const tree = { '/usr/bin/mdatp': { link: client }, [client]: 'x' };
    for (const uid of [0, 1000]) {
      const outcome = await observe(contextOf({ ...tree, ...running(812, client, uid) }));
      expect(outcome).toMatchObject({ value: { products: [{ running: false }] } });
      expect(JSON.stringify(outcome)).not.toContain('contradiction');
    }
  });

  it("is not running by a person's window of it, which is no pretence either", async () => {
    const window = '/opt/eset/eea/lib/egui';
    const outcome = await observe(contextOf({ [window]: 'x', ...running(812, window, 1000) }));
    expect(outcome).toMatchObject({ value: { products: [{ product: 'eset', running: false }] } });
    expect(JSON.stringify(outcome)).not.toContain('contradiction');
    const replaced = await observe(
      contextOf({ '/opt/eset/eea/x': 'x', ...running(812, `${window} (deleted)`, 1000) }),
    );
    expect(JSON.stringify(replaced)).not.toContain('contradiction');
    const gone = await observe(contextOf({ '/opt/eset/eea/x': 'x', ...running(812, window, 1000) }));
    expect(JSON.stringify(gone)).toContain('another one');
  });

  it("is still running after an update replaced its file, if it is root's", async () => {
    const replaced = '/opt/CrowdStrike/falcon-sensor (deleted)';
    expect(await observe(contextOf({ ...FALCON, ...running(812, replaced) }))).toMatchObject({
      value: { products: [{ running: true }] },
    });
    expect(await observe(contextOf({ ...FALCON, ...running(812, replaced, 33) }))).toMatchObject({
      value: { products: [{ running: false }] },
    });
  });

  it('leaves out whether it runs when processes hide their executable', async () => {
    const context = contextOf(FALCON);
    const readLink = async (path: string): Promise<string> => {
      throw new FileError('denied', path);
    };
    const outcome = await observe({ ...context, files: { ...context.files, readLink } });
    expect(outcome).toMatchObject({ value: { products: [{ installed: true }] } });
    expect(outcome).not.toHaveProperty('value.products.0.running');
  });

  it('is healthy only by its own word', async () => {
    const tree = { ...FALCON, ...running(812, '/opt/CrowdStrike/falcon-sensor') };
    const silent = await observe(contextOf(tree));
    expect(silent).not.toHaveProperty('value.products.0.healthy');
    const reduced = HEALTHY.replace('rfm-state=false', 'rfm-state=true');
    expect(await observe(contextOf(tree, scriptedExec({ [HEALTH]: reduced })))).toMatchObject({
      value: { products: [{ running: true, healthy: false }] },
    });
  });

  it('is asked again only after a while, or when it was started anew', async () => {
    let asked = 0;
    const counting: Exec = {
      run: async () => {
        asked += 1;
        return { status: 'ok', stdout: HEALTHY, stderr: '' };
      },
    };
    const probe = createEdrOnLinux();
    const context = contextOf({ ...FALCON, ...running(812, '/opt/CrowdStrike/falcon-sensor') }, counting);
    await probe.observe(context);
    await probe.observe(context);
    expect(asked).toBe(1);
    await probe.observe({ ...context, now: () => context.now() + 16 * 60_000 });
    expect(asked).toBe(2);
    const restarted = contextOf({ ...FALCON, ...running(900, '/opt/CrowdStrike/falcon-sensor') }, counting);
    const later = { ...restarted, now: () => context.now() + 17 * 60_000 };
    await probe.observe(later);
    expect(asked).toBe(3);
    probe.forget?.();
    await probe.observe(later);
    expect(asked).toBe(4);
  });

  it('has a pulse that is disturbed when a sensor is gone or another program has its number', async () => {
    const context = contextOf({ ...FALCON, ...running(812, '/opt/CrowdStrike/falcon-sensor') });
    const probe = createEdrOnLinux();
    await probe.observe(context);
    expect(await probe.pulse?.disturbed(context)).toBe(false);
    const link = join(context.files.root, '/proc/812/exe');
    rmSync(link);
    expect(await probe.pulse?.disturbed(context)).toBe(true);
    symlinkSync('/tmp/falcon-sensor', link);
    expect(await probe.pulse?.disturbed(context)).toBe(true);
  });

  it("reads Wazuh's state, as long as it is fresh", async () => {
    const state = '/var/ossec/var/run/wazuh-agentd.state';
    const context = contextOf({
      '/var/ossec/bin/wazuh-agentd': 'x',
      ...running(500, '/var/ossec/bin/wazuh-agentd'),
      [state]: "# State\nstatus='disconnected'\n",
    });
    const written = (ageMs: number) => {
      const at = (context.now() - ageMs) / 1000;
      utimesSync(join(context.files.root, state), at, at);
    };
    written(5000);
    expect(await observe(context)).toMatchObject({
      value: { products: [{ product: 'wazuh', healthy: false }] },
    });
    written(3_600_000);
    expect(await observe(context)).not.toHaveProperty('value.products.0.healthy');
  });
});

describe('the table of products', () => {
  it('names each product once, by absolute paths', () => {
    const ids = LINUX_PRODUCTS.map(({ product }) => product);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { installed, executables } of LINUX_PRODUCTS) {
      expect([...installed, ...executables].every((path) => path.startsWith('/'))).toBe(true);
    }
  });
});
