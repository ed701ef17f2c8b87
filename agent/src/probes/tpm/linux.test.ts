import { describe, expect, it } from 'vitest';
import { type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { tpmOnLinux } from './linux.ts';

const observe = (tree: Record<string, TreeEntry>) => tpmOnLinux.observe(treeContext(tree));
const TPM = '/sys/class/tpm/tpm0';

describe('tpm', () => {
  it('tells its version', async () => {
    expect(await observe({ [`${TPM}/tpm_version_major`]: '2\n' })).toEqual({
      status: 'ok',
      value: { version: '2.0', kind: 'tpm' },
    });
  });

  it('tells version and maker of an old one by its capabilities', async () => {
    const caps = 'Manufacturer: 0x49465800\nTCG version: 1.2\nFirmware version: 6.40\n';
    expect(await observe({ [`${TPM}/device/caps`]: caps })).toEqual({
      status: 'ok',
      value: { version: '1.2', manufacturer: 'IFX', kind: 'tpm' },
    });
  });

  it('is absent where the kernel shows its other devices', async () => {
    expect(await observe({ '/sys/class/block/': '' })).toMatchObject({ status: 'absent' });
  });

  it('is unknown where /sys is hidden, or the version is not one', async () => {
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'namespace' });
    expect(await observe({ [`${TPM}/tpm_version_major`]: '9\n' })).toMatchObject({ reason: 'unparsed' });
  });
});
