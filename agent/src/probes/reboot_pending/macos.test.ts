import { describe, expect, it } from 'vitest';
import { scriptedExec, treeContext } from '../../system/test-tree.ts';
import { rebootPendingOnMacos } from './macos.ts';

const LIST = 'systemextensionsctl list';
const NONE = '0 extension(s)\n';
const LEAVING =
  '1 extension(s)\n\t\tGVZRY6KDKR\tcom.malwarebytes.mbam.engine.sys.ext (5.27.1/5.27.1.4191)\tEngine\t[terminated waiting to uninstall on reboot]\n';
const observe = (answers: Record<string, string>) =>
  rebootPendingOnMacos.observe(treeContext({}, scriptedExec(answers)));

describe('a restart of a Mac', () => {
  it('is asked for by an extension that waits to leave', async () => {
    expect(await observe({ [LIST]: LEAVING })).toEqual({
      status: 'ok',
      value: {
        pending: true,
        reasons: [
          'system extension com.malwarebytes.mbam.engine.sys.ext: terminated waiting to uninstall on reboot',
        ],
      },
    });
  });

  it('is asked for by FileVault', async () => {
    const text = 'FileVault is On, but needs to be restarted to finish.\n';
    expect(await observe({ [LIST]: NONE, 'fdesetup status': text })).toMatchObject({
      value: { pending: true, reasons: ['FileVault needs a restart to finish'] },
    });
  });

  it('is never denied: nothing tells that no update waits for it', async () => {
    expect(await observe({ [LIST]: NONE, 'fdesetup status': 'FileVault is On.\n' })).toMatchObject({
      status: 'unknown',
      reason: 'not_supported',
    });
    expect(await observe({})).toMatchObject({ status: 'unknown', reason: 'tool_missing' });
  });
});
