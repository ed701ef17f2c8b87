import { describe, expect, it } from 'vitest';
import type { ExecResult } from '../../system/exec.ts';
import { scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { mdmOnMacos } from './macos.ts';

const STATUS = 'profiles status -type enrollment';
const observe = (answer: string | ExecResult | undefined, tree: Record<string, TreeEntry> = {}) =>
  mdmOnMacos.observe(treeContext(tree, scriptedExec(answer === undefined ? {} : { [STATUS]: answer })));
const status = (dep: string, mdm: string, server?: string) =>
  `Enrolled via DEP: ${dep}\nMDM enrollment: ${mdm}\n${server ? `MDM server: ${server}\n` : ''}`;

describe('management of a Mac', () => {
  it.each([
    ['by the programme', 'Yes', 'Yes (User Approved)', { automated: true, user_approved: true }],
    ['by hand', 'No', 'Yes (User Approved)', { automated: false, user_approved: true }],
    ['without approval', 'No', 'Yes', { automated: false, user_approved: false }],
  ])('is enrolled %s', async (_, dep, mdm, expected) => {
    expect(await observe(status(dep, mdm, 'https://mdm.example.invalid/mdm?secret=1'))).toEqual({
      status: 'ok',
      value: {
        enrolled: true,
        enrollments: [
          {
            product: 'macos-mdm',
            enrolled: true,
            server: 'mdm.example.invalid',
            ...expected,
            evidence: [STATUS],
          },
        ],
      },
    });
  });

  it('is not enrolled by software that is merely there', async () => {
    expect(await observe(status('No', 'No'), { '/usr/local/jamf/bin/jamf': 'x' })).toMatchObject({
      value: {
        enrolled: false,
        enrollments: [{ enrolled: false }, { product: 'jamf', evidence: ['/usr/local/jamf/bin/jamf'] }],
      },
    });
  });

  it('is absent without enrolment and software', async () => {
    expect(await observe(status('No', 'No'))).toMatchObject({ status: 'absent' });
  });

  it('is unknown without root, without the tool, and by other words', async () => {
    const stderr = 'profiles: this command requires root privileges\n';
    expect(await observe({ status: 'exit', code: 1, stdout: '', stderr })).toMatchObject({
      reason: 'permission',
    });
    expect(await observe(undefined)).toMatchObject({ reason: 'tool_missing' });
    expect(await observe('MDM-Registrierung: Ja\n')).toMatchObject({ status: 'unknown', reason: 'unparsed' });
  });
});
