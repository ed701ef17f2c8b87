import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { secureBootOnLinux } from './linux.ts';

const EFIVARS = '/sys/firmware/efi/efivars';
const variable = (name: string, ...bytes: number[]) => {
  const guid =
    name === 'MokSBStateRT' ? '605dab50-e046-4300-abb6-3dd810dd8b23' : '8be4df61-93ca-11d2-aa0d-00e098032b8c';
  return { [`${EFIVARS}/${name}-${guid}`]: Uint8Array.from(bytes) };
};
const on = (name: string) => variable(name, 6, 0, 0, 0, 1);
const off = (name: string) => variable(name, 6, 0, 0, 0, 0);

const observe = (tree: Record<string, TreeEntry>) => secureBootOnLinux.observe(treeContext(tree));

describe('Secure Boot', () => {
  it('is on with keys enrolled', async () => {
    expect(await observe({ ...on('SecureBoot'), ...off('SetupMode') })).toEqual({
      status: 'ok',
      value: { enabled: true, setup_mode: false },
    });
  });

  it('is off when the firmware says so', async () => {
    expect(await observe({ ...off('SecureBoot'), ...off('SetupMode') })).toMatchObject({
      value: { enabled: false },
    });
  });

  it('does not count in setup mode', async () => {
    expect(await observe({ ...on('SecureBoot'), ...on('SetupMode') })).toMatchObject({
      value: { enabled: false, setup_mode: true },
    });
  });

  it('does not count with a shim that does not validate', async () => {
    const variables = { ...on('SecureBoot'), ...off('SetupMode') };
    expect(await observe({ ...variables, ...on('MokSBStateRT') })).toMatchObject({
      value: { enabled: false, loader_validation: false },
    });
    expect(await observe({ ...variables, ...off('MokSBStateRT') })).toMatchObject({
      value: { enabled: true, loader_validation: true },
    });
  });

  it('is unknown from a variable of another shape', async () => {
    for (const bytes of [[], [6, 0, 0, 0], [6, 0, 0, 0, 2], [6, 0, 0, 0, 1, 1]]) {
      expect(await observe({ ...variable('SecureBoot', ...bytes), ...off('SetupMode') })).toMatchObject({
        status: 'unknown',
        reason: 'unparsed',
      });
    }
    expect(await observe(on('SecureBoot'))).toMatchObject({ status: 'unknown', reason: 'unparsed' });
  });

  it('is not supported without EFI, and hidden where firmware or variables are not shown', async () => {
    expect(await observe({ '/sys/firmware/acpi/': '' })).toMatchObject({ reason: 'not_supported' });
    expect(await observe({ '/sys/firmware/': '' })).toMatchObject({ reason: 'namespace' });
    expect(await observe({ [`${EFIVARS}/`]: '' })).toMatchObject({ reason: 'namespace' });
    expect(
      await observe({ [`${EFIVARS}/BootOrder-8be4df61-93ca-11d2-aa0d-00e098032b8c`]: 'x' }),
    ).toMatchObject({
      reason: 'not_supported',
    });
  });
});
