import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { fakeWindows } from '../../system/windows/test-windows.ts';
import { createCimBatch } from '../cim/cim-batch.ts';
import { cimAnswers } from '../cim/test-cim.ts';
import { createTpmOnWindows } from './windows.ts';

const observe = (tpm: object[] | string) =>
  createTpmOnWindows(createCimBatch()).observe(
    treeContext({}, fakeWindows({ programs: cimAnswers({ tpm }) })),
  );

describe('the security chip', () => {
  it('has the version of its family, and its maker', async () => {
    expect(await observe([{ spec: '2.0, 0, 1.38', manufacturer: 'INTC' }])).toEqual({
      status: 'ok',
      value: { version: '2.0', manufacturer: 'INTC', kind: 'tpm' },
    });
    expect(await observe([{ spec: '1.2, 2, 3', manufacturer: 'not a maker' }])).toEqual({
      status: 'ok',
      value: { version: '1.2', kind: 'tpm' },
    });
  });

  it('is absent only when Windows lists none', async () => {
    expect(await observe([])).toMatchObject({ status: 'absent' });
    expect(await observe([{ spec: 'Not Supported' }])).toMatchObject({ reason: 'unparsed' });
    expect(await observe('AccessDenied')).toMatchObject({ reason: 'permission' });
    expect(await observe('InvalidNamespace')).toMatchObject({ reason: 'not_supported' });
  });
});
