import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { loadIdentity } from './agent-state.ts';
import { openPrivateDir } from './private-dir.ts';

it.runIf(process.getuid)('does not send the person at an installed agent to enroll another one', () => {
  const dir = openPrivateDir(mkdtempSync(join(tmpdir(), 'assay-state-')));
  onTestFinished(() => rmSync(dir.path, { recursive: true }));
  const saidTo = (uid: number): string => {
    using _ = vi.spyOn(process, 'getuid').mockReturnValue(uid);
    try {
      return loadIdentity(dir).deviceId;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(saidTo(1000)).toMatch(/or where the agent is installed as a service, run this as an administrator$/);
  expect(saidTo(0)).toMatch(/with a join string first$/);
});
