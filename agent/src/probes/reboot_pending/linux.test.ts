import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { rebootPendingOnLinux } from './linux.ts';

const observe = (tree: Record<string, TreeEntry>) =>
  rebootPendingOnLinux.observe(treeContext({ '/proc/sys/kernel/osrelease': '6.1.0-32-amd64\n', ...tree }));

const kernel = (release: string) => ({ [`/lib/modules/${release}/modules.dep`]: '' });

describe('a pending restart', () => {
  it('is told by the flag, with the packages that asked for it', async () => {
    const tree = {
      '/run/reboot-required': '',
      '/run/reboot-required.pkgs': 'linux-base\nlibc6\nlinux-base\n',
    };
    expect(await observe(tree)).toEqual({
      status: 'ok',
      value: { pending: true, reasons: ['/run/reboot-required (linux-base, libc6)'] },
    });
  });

  it("is told by SUSE's flag", async () => {
    expect(await observe({ '/run/reboot-needed': '' })).toMatchObject({
      value: { pending: true, reasons: ['/run/reboot-needed'] },
    });
  });

  it('is told by a deployment that ostree has staged, whose kernel is not to be seen yet', async () => {
    const tree = { '/run/ostree-booted': '', '/run/ostree/staged-deployment': 'x' };
    expect(await observe({ ...tree, ...kernel('6.1.0-32-amd64') })).toMatchObject({
      value: { pending: true, reasons: ['/run/ostree/staged-deployment'] },
    });
  });

  it('is told by a newer kernel of the same flavour', async () => {
    expect(await observe({ ...kernel('6.1.0-32-amd64'), ...kernel('6.1.0-40-amd64') })).toMatchObject({
      value: { pending: true, reasons: ['kernel 6.1.0-40-amd64 installed, 6.1.0-32-amd64 running'] },
    });
  });

  it('is not told by a newer kernel of another flavour', async () => {
    expect(await observe({ ...kernel('6.1.0-32-amd64'), ...kernel('6.1.0-40-rt-amd64') })).toMatchObject({
      value: { pending: false },
    });
  });

  it("is told when the running kernel's modules are gone", async () => {
    expect(await observe(kernel('6.1.0-31-amd64'))).toMatchObject({
      value: { pending: true, reasons: ['modules of the running kernel 6.1.0-32-amd64 are gone'] },
    });
  });

  it('is denied only where it would have shown', async () => {
    expect(await observe(kernel('6.1.0-32-amd64'))).toMatchObject({ value: { pending: false } });
    expect(await observe({ '/usr/bin/unattended-upgrade': '' })).toMatchObject({ value: { pending: false } });
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'not_supported' });
    expect(await observe(kernel('6.8.0-9-generic'))).toMatchObject({
      status: 'unknown',
      reason: 'not_supported',
    });
  });
});
