import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { osOnLinux } from './linux.ts';

const KERNEL = { '/proc/sys/kernel/osrelease': '6.1.0-32-amd64\n', '/proc/sys/kernel/arch': 'x86_64\n' };

const observe = (release: Record<string, string>, kernel: Record<string, string> = KERNEL) =>
  osOnLinux.observe(treeContext({ ...kernel, ...release }));

const DEBIAN =
  'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n';

describe('os', () => {
  it('tells release, kernel and machine', async () => {
    expect(await observe({ '/etc/os-release': DEBIAN })).toEqual({
      status: 'ok',
      value: {
        id: 'debian',
        name: 'Debian GNU/Linux 12 (bookworm)',
        version: '12',
        id_like: [],
        arch: 'x86_64',
        kernel: '6.1.0-32-amd64',
      },
    });
  });

  it('falls back to the file of the vendor', async () => {
    expect(await observe({ '/usr/lib/os-release': DEBIAN })).toMatchObject({ value: { id: 'debian' } });
  });

  it('leaves the version out where a rolling release has none', async () => {
    const arch =
      'NAME="Arch Linux"\nPRETTY_NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\nVERSION_ID=TEMPLATE_VERSION_ID\n';
    const outcome = await observe({ '/etc/os-release': arch });
    expect(outcome).toMatchObject({ value: { id: 'arch', build: 'rolling' } });
    expect(outcome).not.toHaveProperty('value.version');
  });

  it('keeps families, variant and the end of support as the system declares them', async () => {
    const fedora =
      'ID=fedora\nID_LIKE="rhel  centos"\nVARIANT_ID=workstation\nSUPPORT_END=2026-12-02\nVERSION_ID=43\n';
    expect(await observe({ '/etc/os-release': fedora })).toMatchObject({
      value: { id_like: ['rhel', 'centos'], variant: 'workstation', support_end: '2026-12-02' },
    });
  });

  it('does not pass on an end of support that is no date', async () => {
    const outcome = await observe({ '/etc/os-release': 'ID=x\nSUPPORT_END=soon\n' });
    expect(outcome).not.toHaveProperty('value.support_end');
  });

  it('marks Windows Subsystem for Linux', async () => {
    const wsl = { ...KERNEL, '/proc/sys/kernel/osrelease': '5.15.153.1-microsoft-standard-WSL2\n' };
    expect(await observe({ '/etc/os-release': DEBIAN }, wsl)).toMatchObject({ value: { variant: 'wsl' } });
  });

  it('names the newest installed kernel', async () => {
    const tree = { '/etc/os-release': DEBIAN, '/boot/vmlinuz-6.1.0-40-amd64': '' };
    expect(await observe(tree)).toMatchObject({
      value: { kernel: '6.1.0-32-amd64', newest_kernel: '6.1.0-40-amd64' },
    });
  });

  it('does not guess from a missing or an empty file', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'not_supported' });
    expect(await observe({ '/etc/os-release': '' })).toMatchObject({ status: 'unknown', reason: 'unparsed' });
    expect(await observe({ '/etc/os-release': DEBIAN }, {})).toMatchObject({
      status: 'unknown',
      reason: 'namespace',
    });
  });
});
