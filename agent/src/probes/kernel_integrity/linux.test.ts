import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { kernelIntegrityOnLinux } from './linux.ts';
import { taintReasons } from './taint.ts';

const observe = (tree: Record<string, string>) => kernelIntegrityOnLinux.observe(treeContext(tree));

describe('kernel integrity', () => {
  it('says what is active of lockdown, security modules and signatures', async () => {
    expect(
      await observe({
        '/sys/kernel/security/lockdown': 'none [integrity] confidentiality\n',
        '/sys/kernel/security/lsm': 'lockdown,capability,landlock,yama,apparmor',
        '/sys/module/apparmor/parameters/enabled': 'Y\n',
        '/sys/module/module/parameters/sig_enforce': 'N\n',
        '/proc/sys/kernel/tainted': '0\n',
      }),
    ).toEqual({
      status: 'ok',
      value: {
        lockdown: 'integrity',
        security_modules: ['lockdown', 'capability', 'landlock', 'yama', 'apparmor'],
        mandatory_access: 'enforcing',
        module_signatures: true,
        taint: 0,
        taint_reasons: [],
        evidence: ['/sys/module/apparmor/parameters/enabled'],
      },
    });
  });

  it.each([
    ['1', 'enforcing'],
    ['0', 'permissive'],
  ])("takes SELinux's word: %s is %s", async (enforce, mandatory_access) => {
    expect(await observe({ '/sys/fs/selinux/enforce': enforce })).toMatchObject({
      value: { mandatory_access },
    });
  });

  it('says off only where the kernel lists its modules and neither is among them', async () => {
    const off = await observe({
      '/proc/sys/kernel/tainted': '0',
      '/sys/kernel/security/lsm': 'capability,yama',
    });
    expect(off).toMatchObject({ value: { mandatory_access: 'off' } });
    expect(await observe({ '/proc/sys/kernel/tainted': '0' })).not.toHaveProperty('value.mandatory_access');
  });

  it.each([
    ['/usr/bin/man (enforce)\nfirefox (unconfined)\n', 'enforcing'],
    ['/usr/bin/man (complain)\nfirefox (unconfined)\n', 'permissive'],
    ['firefox (unconfined)\n', 'off'],
    ['', 'off'],
  ])('says what the profiles of AppArmor do, not that there is one: %j is %s', async (profiles, state) => {
    const tree = {
      '/sys/module/apparmor/parameters/enabled': 'Y\n',
      '/sys/kernel/security/apparmor/profiles': profiles,
    };
    expect(await observe(tree)).toMatchObject({ value: { mandatory_access: state } });
  });

  it('says off of a SELinux that the kernel lists and that was configured away', async () => {
    const tree = {
      '/proc/sys/kernel/tainted': '0',
      '/sys/kernel/security/lsm': 'lockdown,capability,yama,selinux,bpf',
      '/etc/selinux/config': '# SELINUX= can take one of these\nSELINUX=disabled\nSELINUXTYPE=targeted\n',
    };
    expect(await observe(tree)).toMatchObject({
      value: { mandatory_access: 'off', evidence: ['/etc/selinux/config SELINUX=disabled'] },
    });
    // The switch counts from the next start on.
    expect(await observe({ ...tree, '/sys/fs/selinux/enforce': '1' })).toMatchObject({
      value: { mandatory_access: 'enforcing' },
    });
    const hidden = { ...tree, '/etc/selinux/config': 'SELINUX=enforcing\n' };
    expect(await observe(hidden)).not.toHaveProperty('value.mandatory_access');
  });

  it('leaves out what is hidden or not understood', async () => {
    const outcome = await observe({
      '/proc/sys/kernel/tainted': '4096\n',
      '/sys/kernel/security/lockdown': 'something else\n',
      '/sys/module/module/parameters/sig_enforce': '?\n',
    });
    expect(outcome).toEqual({
      status: 'ok',
      value: {
        taint: 4096,
        taint_reasons: ['out-of-tree module loaded'],
        evidence: [],
      },
    });
  });

  it('says nothing of security modules and taints that it could not read', async () => {
    const outcome = await observe({ '/sys/fs/selinux/enforce': '1' });
    expect(outcome).toEqual({
      status: 'ok',
      value: { mandatory_access: 'enforcing', evidence: ['/sys/fs/selinux/enforce'] },
    });
  });

  it('could not be told where nothing of the kernel shows', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'namespace' });
    expect(await observe({ '/proc/sys/kernel/tainted': 'x' })).toMatchObject({ status: 'unknown' });
  });

  it('names each reason for a taint', () => {
    expect(taintReasons(0)).toEqual([]);
    expect(taintReasons(1 + 2 ** 12 + 2 ** 13)).toEqual([
      'proprietary module loaded',
      'out-of-tree module loaded',
      'unsigned module loaded',
    ]);
    expect(taintReasons(2 ** 40)).toEqual(['bit 40']);
  });
});
