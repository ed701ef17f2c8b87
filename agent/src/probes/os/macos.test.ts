import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, treeContext } from '../../system/test-tree.ts';
import { osOnMacos, toMacArch } from './macos.ts';

const PATH = '/System/Library/CoreServices/SystemVersion.plist';
const file = {
  BuildID: '6B08394E-D0A4-11ED-8DAB-1CA630367858',
  ProductBuildVersion: '25G83',
  ProductName: 'macOS',
  ProductUserVisibleVersion: '26.6.2',
  ProductVersion: '26.6.2',
};
const observe = (text: string, answers: Parameters<typeof scriptedExec>[0] = {}) =>
  osOnMacos.observe(treeContext({ [PATH]: text }, scriptedExec(answers)));

describe('the system', () => {
  it('is told by its own file', async () => {
    expect(await observe(plistOf(file))).toEqual({
      status: 'ok',
      value: {
        id: 'macos',
        name: 'macOS 26.6.2',
        version: '26.6.2',
        id_like: [],
        build: '25G83',
        arch: 'unknown',
        kernel: 'unknown',
      },
    });
  });

  it('has the addition to its version beside it', async () => {
    const extra = (stdout: string) => observe(plistOf(file), { 'sw_vers --productVersionExtra': stdout });
    expect(await extra('(a)\n')).toMatchObject({ value: { version: '26.6.2', supplement: '(a)' } });
    expect(await extra('\n')).not.toHaveProperty('value.supplement');
    expect(await extra('usage: sw_vers\n')).not.toHaveProperty('value.supplement');
  });

  it.each([
    ['arm64', 'Darwin Kernel Version 25.6.0: root:xnu-12377~3/RELEASE_ARM64_T6000', 'aarch64'],
    ['x86_64', 'Darwin Kernel Version 25.6.0: root:xnu-12377~3/RELEASE_ARM64_T6000', 'aarch64'],
    ['x86_64', 'Darwin Kernel Version 24.6.0: root:xnu-11417~2/RELEASE_X86_64', 'x86_64'],
  ])('runs on a processor, as told %s by %s, of kind %s', (machine, kernel, arch) => {
    expect(toMacArch(machine, kernel)).toBe(arch);
  });

  it('is unknown by a file that names no version, is none, or is not there', async () => {
    expect(await observe(plistOf({ ProductName: 'macOS' }))).toMatchObject({ reason: 'unparsed' });
    expect(await observe('ProductVersion=26')).toMatchObject({ status: 'unknown', reason: 'unparsed' });
    expect(await osOnMacos.observe(treeContext({}))).toMatchObject({ reason: 'namespace' });
  });
});
