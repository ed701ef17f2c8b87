import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIGNAL_NAMES, type Signals, systemClock } from '@assay/shared';
import { uncatalogued } from '@assay/shared/signal-catalog';
import { describe, expect, it, onTestFinished } from 'vitest';
import { collect } from '../evidence/collect.ts';
import { createProbeContext } from './context.ts';
import { probesFor } from './registry.ts';

async function observe(root: string): Promise<Signals> {
  const context = createProbeContext({ root, version: '0.0.0', keyStorage: 'file', clock: systemClock });
  return collect(probesFor('linux'), context, systemClock);
}

const strays = (signals: Signals): string[] =>
  SIGNAL_NAMES.flatMap((name) => {
    const signal = signals[name];
    return signal?.status === 'ok' ? uncatalogued(name, signal.value) : [];
  });

describe('what is collected', () => {
  it.runIf(process.platform === 'linux')('on this machine is all in the catalogue', async () => {
    expect(strays(await observe('/'))).toEqual([]);
  });

  it('from a tree is all in the catalogue', async () => {
    const root = mkdtempSync(join(tmpdir(), 'assay-empty-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    expect(strays(await observe(root))).toEqual([]);
  });
});
