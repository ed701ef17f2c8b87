import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@assay/shared';
import { onTestFinished, test, vi } from 'vitest';
import { openPrivateDir } from '../state/private-dir.ts';
import { loadUpdateState, saveUpdateState } from './update-state.ts';
import { findUpdate } from './updates.ts';

const meanwhile = vi.hoisted(() => ({ happens: () => {} }));
vi.mock('./repository.ts', () => ({
  digestOfRoot: () => 'a'.repeat(64),
  async openRepository() {
    meanwhile.happens();
    return { offers: [], download: async () => {} };
  },
}));

test('a look at the repository leaves alone what the service has come to meanwhile', async ({ expect }) => {
  const dir = openPrivateDir(mkdtempSync(join(tmpdir(), 'assay-updates-')));
  onTestFinished(() => rmSync(dir.path, { recursive: true }));
  saveUpdateState(dir, { ...loadUpdateState(dir), trial: { version: '0.2.0', crashes: 0, starts: 1 } });
  meanwhile.happens = () => saveUpdateState(dir, { ...loadUpdateState(dir), current: '0.2.0', trial: null });
  const endpoint = { url: 'https://collector.example', caPem: null, proxy: null };
  await findUpdate({ ...{ dir, rootFile: '', pin: null, deviceId: '' }, endpoint, clock: systemClock });
  expect(loadUpdateState(dir)).toMatchObject({
    ...{ current: '0.2.0', trial: null, root: 'a'.repeat(64) },
    lastCheck: { outcome: 'nothing newer is for this device' },
  });
});
