import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../system/files.ts';
import { makeTree } from '../../system/test-tree.ts';
import { compareVersions } from './compare-versions.ts';
import { compareKernels, kernelFlavour, readKernels } from './kernels.ts';

describe('versions', () => {
  it.each([
    ['6.8.0-40-generic', '6.8.0-100-generic'],
    ['6.1.0-32-amd64', '6.12.41+deb13-amd64'],
    ['6.1.0-0.deb11.21-amd64', '6.1.0-18-amd64'],
    ['5.14.0-503.el9.x86_64', '5.14.0-503.11.1.el9_5.x86_64'],
    ['6.17.4-200.fc42.x86_64', '6.17.4-300.fc43.x86_64'],
    ['6.12~rc6-amd64', '6.12-amd64'],
    ['6.1.0-rc7-amd64', '6.1.0-1-amd64'],
    ['6.18-amd64', '6.18.1-amd64'],
    ['6.9.1-arch1-1', '6.9.1-arch1-2'],
    ['1.99999999999999999999', '1.100000000000000000000'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
  });

  it('are in one order, however they are written', () => {
    const version = fc.stringMatching(/^[0-9a-c.~+-]{0,8}$/);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
    expect(compareVersions('1.0', '1_00')).toBe(0);
  });
});

describe('the flavour of a kernel', () => {
  it.each([
    ['6.8.0-40-generic', 'generic'],
    ['6.1.0-32-amd64', 'amd64'],
    ['6.1.0-32-cloud-amd64', 'cloud-amd64'],
    ['6.1.0-32-rt-amd64', 'rt-amd64'],
    ['6.12.41+deb13-amd64', 'amd64'],
    ['6.12.9+bpo-amd64', 'amd64'],
    ['5.14.0-503.11.1.el9_5.x86_64', 'x86_64'],
    ['6.17.4-300.fc43.x86_64+debug', 'x86_64-debug'],
    ['6.4.0-150600.23.7-default', 'default'],
    ['6.9.1-arch1-1', ''],
    ['6.6.30-1-lts', 'lts'],
    ['6.9.1-zen1-1-zen', 'zen'],
  ])('%s is %j', (release, flavour) => expect(kernelFlavour(release)).toBe(flavour));
});

describe('installed kernels', () => {
  it('are compared within one flavour only', () => {
    expect(
      compareKernels('6.8.0-40-generic', ['6.8.0-45-lowlatency', '6.8.0-41-generic', '6.8.0-9-generic']),
    ).toEqual({
      running: '6.8.0-40-generic',
      sameFlavour: ['6.8.0-9-generic', '6.8.0-41-generic'],
      newest: '6.8.0-41-generic',
    });
  });

  it('are found by their modules or their image; an empty directory is a leftover', async () => {
    const files = createFiles(
      makeTree({
        '/proc/sys/kernel/osrelease': '6.1.0-30-amd64\n',
        '/lib': { link: 'usr/lib' },
        '/usr/lib/modules/6.1.0-30-amd64/modules.dep': '',
        '/usr/lib/modules/6.1.0-31-amd64/vmlinuz': '',
        '/usr/lib/modules/6.1.0-40-amd64/': '',
        '/boot/vmlinuz-6.1.0-32-amd64': '',
        '/boot/vmlinuz-old': '',
      }),
    );
    expect(await readKernels(files)).toEqual({
      running: '6.1.0-30-amd64',
      sameFlavour: ['6.1.0-30-amd64', '6.1.0-31-amd64', '6.1.0-32-amd64'],
      newest: '6.1.0-32-amd64',
    });
  });

  it('of a machine without any are none', async () => {
    const files = createFiles(makeTree({ '/proc/sys/kernel/osrelease': '6.18.44-custom\n' }));
    expect(await readKernels(files)).toEqual({ running: '6.18.44-custom', sameFlavour: [] });
  });
});
