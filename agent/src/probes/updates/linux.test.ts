import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exec, ExecResult } from '../../system/exec.ts';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { createUpdatesOnLinux } from './linux.ts';

const HOUR_MS = 3_600_000;
const DEBIAN = { '/etc/os-release': 'ID=debian\n', '/var/lib/dpkg/status': '' };
const LIST = '/var/lib/apt/lists/mirror.example_debian_dists_stable_InRelease';
const ONE = 'Listing...\nbash/stable-security 5.2-2 amd64 [upgradable from: 5.2-1]\n';

/** Answers every question with the same, and counts the questions. */
function answering(answer: ExecResult): Exec & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async run(command, args) {
      asked.push([command, ...args].join(' '));
      return answer;
    },
  };
}
const printing = (stdout: string) => answering({ status: 'ok', stdout, stderr: '' });

/** The tree's files dated so many milliseconds before the context's now. */
function contextOf(tree: Record<string, TreeEntry>, exec: Exec, ages: Record<string, number> = {}) {
  const context = treeContext(tree, exec);
  for (const [path, age] of Object.entries(ages)) {
    const at = (context.now() - age) / 1000;
    utimesSync(join(context.files.root, path), at, at);
  }
  return context;
}

describe('updates', () => {
  it('says how many wait, how many for security, and how old that knowledge is', async () => {
    const context = contextOf({ ...DEBIAN, [LIST]: '' }, printing(ONE), {
      [LIST]: 30 * HOUR_MS,
      '/var/lib/dpkg/status': 50 * HOUR_MS,
    });
    expect(await createUpdatesOnLinux().observe(context)).toEqual({
      status: 'ok',
      value: {
        source: 'apt',
        pending: 1,
        pending_security: 1,
        index_age_s: 30 * 3600,
        last_change_ms: context.now() - 50 * HOUR_MS,
        automatic: false,
        evidence: [LIST, 'unattended-upgrades is not installed'],
      },
    });
  });

  it('says that none are for security only where there is a suite that they would come from', async () => {
    const ofKali = 'Listing...\nbash/kali-rolling 5.2-2 amd64 [upgradable from: 5.2-1]\n';
    const tree = { '/etc/os-release': 'ID=kali\nID_LIKE=debian\n', '/var/lib/dpkg/status': '', [LIST]: '' };
    const without = await createUpdatesOnLinux().observe(contextOf(tree, printing(ofKali)));
    expect(without).toMatchObject({ value: { pending: 1 } });
    expect(without).not.toHaveProperty('value.pending_security');
    const security = LIST.replace('stable_', 'stable-security_');
    const beside = contextOf({ ...tree, [security]: '' }, printing(ofKali));
    expect(await createUpdatesOnLinux().observe(beside)).toMatchObject({
      value: { pending: 1, pending_security: 0 },
    });
  });

  it('never says that none wait when nothing was ever fetched', async () => {
    const exec = printing('Listing...\n');
    const outcome = await createUpdatesOnLinux().observe(contextOf(DEBIAN, exec));
    expect(outcome).toMatchObject({
      value: { evidence: ['no package lists were fetched', expect.anything()] },
    });
    expect(outcome).not.toHaveProperty('value.pending');
    expect(exec.asked).toEqual([]);
  });

  it('tells the rest when the tool gives no answer', async () => {
    const exec = answering({ status: 'timeout', detail: '' });
    const outcome = await createUpdatesOnLinux().observe(contextOf({ ...DEBIAN, [LIST]: '' }, exec));
    expect(outcome).toMatchObject({
      value: { automatic: false, evidence: ['apt list: timeout', LIST, expect.anything()] },
    });
    expect(outcome).not.toHaveProperty('value.pending');
  });

  it('asks the slow tool again only when something was installed or fetched, or after a day', async () => {
    const exec = printing(ONE);
    const probe = createUpdatesOnLinux();
    const context = contextOf({ ...DEBIAN, [LIST]: '' }, exec, { [LIST]: HOUR_MS });
    const later = (hours: number) => ({ ...context, now: () => context.now() + hours * HOUR_MS });
    await probe.observe(context);
    await probe.observe(later(1));
    expect(exec.asked).toHaveLength(1);
    probe.forget?.();
    await probe.observe(context);
    expect(exec.asked).toHaveLength(2);
    exec.asked.pop();
    utimesSync(join(context.files.root, '/var/lib/dpkg/status'), 0, 0);
    await probe.observe({ ...context, now: () => context.now() + 1000 });
    expect(exec.asked).toHaveLength(1);
    await probe.observe(later(2));
    expect(exec.asked).toHaveLength(2);
    await probe.observe(later(27));
    expect(exec.asked).toHaveLength(3);
    // The clock was set back: nobody knows how old that is.
    await probe.observe(later(26));
    expect(exec.asked).toHaveLength(4);
  });

  it('asks a tool that failed again after ten minutes', async () => {
    let asked = 0;
    const exec: Exec = {
      async run() {
        asked += 1;
        return asked === 1 ? { status: 'timeout', detail: '' } : { status: 'ok', stdout: ONE, stderr: '' };
      },
    };
    const probe = createUpdatesOnLinux();
    const context = contextOf({ ...DEBIAN, [LIST]: '' }, exec);
    const later = (minutes: number) => ({ ...context, now: () => context.now() + minutes * 60_000 });
    await probe.observe(context);
    expect(await probe.observe(later(9))).not.toHaveProperty('value.pending');
    expect(await probe.observe(later(10))).toMatchObject({ value: { pending: 1 } });
    expect(asked).toBe(2);
  });

  const UNATTENDED = { ...DEBIAN, '/usr/bin/unattended-upgrade': '' };
  const TIMER = '/etc/systemd/system/timers.target.wants/apt-daily-upgrade.timer';
  const SWITCH = '/etc/apt/apt.conf.d/20auto-upgrades';
  const ON = 'APT::Periodic::Unattended-Upgrade "1";';
  const OFF = 'APT::Periodic::Unattended-Upgrade "0";';

  it.each([
    ['APT::Periodic::Unattended-Upgrade "1";', true],
    ['APT::Periodic::Unattended-Upgrade "0";', false],
    ['// APT::Periodic::Unattended-Upgrade "1";', false],
    ['APT::Periodic { Enable "0"; Unattended-Upgrade "1"; };', false],
    ['APT::Periodic { Enable "1"; Unattended-Upgrade "1"; };', true],
  ])('are automatic by %s: %s', async (conf, automatic) => {
    const ignored = { '/etc/apt/apt.conf.d/30ignored.bak': ON };
    const tree = { ...UNATTENDED, [TIMER]: '', [SWITCH]: conf, ...ignored };
    expect(await createUpdatesOnLinux().observe(contextOf(tree, printing('')))).toMatchObject({
      value: { automatic },
    });
  });

  it.each([
    [{ '/etc/apt/apt.conf': OFF }, false],
    [{ '/etc/apt/apt.conf': ON, '/etc/apt/apt.conf.d/30local': OFF }, true],
    [{ '/etc/apt/apt.conf.d/99.it.conf': OFF }, false],
    [{ '/etc/apt/apt.conf.d/.99it.conf': OFF, '/etc/apt/apt.conf.d/99it.bak': OFF }, true],
  ])('are automatic as the last file says that apt reads: %j is %s', async (files, automatic) => {
    const tree = { ...UNATTENDED, [TIMER]: '', [SWITCH]: ON, ...files };
    expect(await createUpdatesOnLinux().observe(contextOf(tree, printing('')))).toMatchObject({
      value: { automatic },
    });
  });

  it.each([
    ['masked', { [TIMER]: '', '/etc/systemd/system/apt-daily-upgrade.timer': { link: '/dev/null' } }],
    ['not enabled', { '/run/systemd/system/': '', '/etc/cron.daily/apt-compat': '' }],
    ['not enabled', {}],
  ])('are not automatic when the timer behind them is %s', async (state, more) => {
    const tree = { ...UNATTENDED, [SWITCH]: ON, ...more };
    const timer = `apt-daily-upgrade.timer is ${state}`;
    expect(await createUpdatesOnLinux().observe(contextOf(tree, printing('')))).toMatchObject({
      value: { automatic: false, evidence: expect.arrayContaining([timer]) },
    });
  });

  it('may be automatic or not where some of the configuration cannot be read', async () => {
    const unreadable = { '/etc/apt/apt.conf.d/50local': { link: '50local' } };
    const outcome = await createUpdatesOnLinux().observe(
      contextOf({ ...UNATTENDED, [TIMER]: '', [SWITCH]: ON, ...unreadable }, printing('')),
    );
    expect(outcome.status).toBe('ok');
    expect(outcome).not.toHaveProperty('value.automatic');
  });

  it('may be automatic or not where another program may see to it', async () => {
    const mint = { ...DEBIAN, '/usr/bin/mintupdate-cli': '' };
    const outcome = await createUpdatesOnLinux().observe(contextOf(mint, printing('')));
    expect(outcome).toMatchObject({
      value: { evidence: expect.arrayContaining(['/usr/bin/mintupdate-cli may do it, and is not asked']) },
    });
    expect(outcome).not.toHaveProperty('value.automatic');
  });

  it('are automatic by cron where there is no systemd', async () => {
    const tree = { ...UNATTENDED, [SWITCH]: ON, '/etc/cron.daily/apt-compat': '' };
    expect(await createUpdatesOnLinux().observe(contextOf(tree, printing('')))).toMatchObject({
      value: { automatic: true },
    });
  });

  const FEDORA = {
    '/etc/os-release': 'ID=fedora\n',
    '/usr/lib/sysimage/rpm/rpmdb.sqlite': '',
    '/var/cache/libdnf5/updates-0123456789abcdef/repodata/repomd.xml': '',
  };
  const WAITING: ExecResult = {
    status: 'exit',
    code: 100,
    stdout: 'curl.x86_64 8.15.0-9.fc43 updates\n',
    stderr: '',
  };

  it('of dnf are as old as its last fetch, also where that found nothing new and left repomd.xml as it was', async () => {
    const [repomd = ''] = Object.keys(FEDORA).filter((path) => path.endsWith('repomd.xml'));
    const primary = repomd.replace('repomd.xml', `${'0'.repeat(64)}-primary.xml.zst`);
    const ages = { [repomd]: 30 * 24 * HOUR_MS, [primary]: 2 * HOUR_MS };
    const context = contextOf({ ...FEDORA, [primary]: '' }, answering(WAITING), ages);
    expect(await createUpdatesOnLinux().observe(context)).toMatchObject({ value: { index_age_s: 2 * 3600 } });
  });

  it('of dnf are told by its exit code, and for security only where advisories are published', async () => {
    const exec = answering(WAITING);
    const plain = await createUpdatesOnLinux().observe(contextOf(FEDORA, exec));
    expect(plain).toMatchObject({ value: { source: 'dnf', pending: 1, automatic: false } });
    expect(plain).not.toHaveProperty('value.pending_security');
    expect(exec.asked).toEqual(['dnf -C -q check-update']);
    const advised = {
      ...FEDORA,
      '/var/cache/libdnf5/updates-0123456789abcdef/repodata/a-updateinfo.xml.zst': '',
      '/etc/systemd/system/timers.target.wants/dnf5-automatic.timer': '',
      '/etc/dnf/automatic.conf': '[commands]\napply_updates = yes\n',
    };
    expect(await createUpdatesOnLinux().observe(contextOf(advised, answering(WAITING)))).toMatchObject({
      value: { pending: 1, pending_security: 1, automatic: true },
    });
    const failed = answering({ status: 'exit', code: 1, stdout: '', stderr: 'Error' });
    expect(await createUpdatesOnLinux().observe(contextOf(FEDORA, failed))).not.toHaveProperty(
      'value.pending',
    );
  });

  it('of Tumbleweed have no class for security: it publishes no patches', async () => {
    const tree = {
      '/etc/os-release': 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n',
      '/usr/lib/sysimage/rpm/Packages.db': '',
      '/var/cache/zypp/raw/oss/repodata/repomd.xml': '',
    };
    const exec = printing('<update-status version="0.6"><update name="a"/></update-status>');
    const outcome = await createUpdatesOnLinux().observe(contextOf(tree, exec));
    expect(outcome).toMatchObject({ value: { source: 'zypper', pending: 1 } });
    expect(outcome).not.toHaveProperty('value.pending_security');
  });

  it('of pacman are none when it says nothing and ends with 1', async () => {
    const tree = {
      '/etc/os-release': 'ID=arch\n',
      '/var/lib/pacman/local/ALPM_DB_VERSION': '9',
      '/var/lib/pacman/sync/core.db': '',
    };
    const none = answering({ status: 'exit', code: 1, stdout: '', stderr: '' });
    expect(await createUpdatesOnLinux().observe(contextOf(tree, none))).toMatchObject({
      value: { pending: 0 },
    });
  });

  it('do not wait one by one on a system that is replaced as a whole', async () => {
    const tree = { '/etc/os-release': 'ID=fedora\n', '/run/ostree-booted': '' };
    expect(await createUpdatesOnLinux().observe(contextOf(tree, printing('')))).toMatchObject({
      value: { source: 'image' },
    });
  });

  it('could not be told on a system that nobody described', async () => {
    expect(await createUpdatesOnLinux().observe(contextOf({}, printing('')))).toMatchObject({
      status: 'unknown',
      reason: 'not_supported',
    });
  });
});
