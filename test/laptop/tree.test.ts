import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Signals, systemClock, VERSION } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../agent/src/evidence/collect.ts';
import { createProbeContext } from '../../agent/src/probes/context.ts';
import { probesFor } from '../../agent/src/probes/registry.ts';
import { type AssessContext, assess } from '../../collector/src/assess/assess.ts';
import { loadPolicy } from '../../collector/src/policy/load.ts';
import { builtInOsEol } from '../../collector/src/reference-values/os-eol.ts';
import { createLaptop, type Laptop } from './tree.ts';

const BASELINE = new URL('../../collector/src/policy/built-in/baseline.yaml', import.meta.url);
const policy = loadPolicy(readFileSync(BASELINE, 'utf8'), 'baseline.yaml');

let dir: string;
let laptop: Laptop;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'laptop-'));
  laptop = createLaptop(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function look(): Promise<Signals> {
  const context = createProbeContext({ root: dir, version: VERSION, keyStorage: 'file', clock: systemClock });
  return collect(probesFor('linux'), context, systemClock);
}

/** What the built-in policy makes of the tree as it is now. */
async function judge() {
  const now = systemClock.now();
  const signals = await look();
  const context: AssessContext = {
    ...{ now, platform: 'linux', previous: null, osEol: builtInOsEol, evidenceAt: now, clockSkew: 0 },
    ...{ deviceId: 'laptop', groups: [], exemptions: [], breakGlass: null },
  };
  const { tier, checks } = assess(policy, signals, context);
  return { tier, failing: checks.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check) };
}

/** A signal without its time. */
const facts = (signals: Signals) =>
  Object.fromEntries(Object.entries(signals).map(([name, { observedAt, ...outcome }]) => [name, outcome]));

describe('the laptop in the tree', () => {
  it('is in order: the built-in policy trusts it', async () => {
    expect(await judge()).toEqual({ tier: 'trusted', failing: [] });
  });

  it('lets an agent tell everything but the packet filter, which only its own kernel knows', async () => {
    const signals = await look();
    const untold = Object.entries(signals).filter(([, { status }]) => status !== 'ok');
    expect(untold).toMatchObject([
      ['firewall', { status: 'unknown', reason: 'tool_missing' }],
      ['mdm', { status: 'absent' }],
    ]);
    expect(signals.hardware).toMatchObject({
      value: { hostname: 'ada-thinkpad', serial: 'PF4XK2M9', problems: [] },
    });
  });

  it.each([
    ['disk_encryption', 'disk-encryption', 'untrusted', 'decryptDisk', 'encryptDisk'],
    ['edr', 'edr-running', 'untrusted', 'stopEdr', 'startEdr'],
    ['os', 'os-supported', 'untrusted', 'endSupport', 'renewSupport'],
    ['secure_boot', 'secure-boot', 'trusted', 'turnOffSecureBoot', 'turnOnSecureBoot'],
    ['reboot_pending', 'reboot-not-pending', 'trusted', 'installUpdate', 'reboot'],
  ] as const)('falls in %s alone and is mended', async (signal, check, tier, fall, mend) => {
    const before = facts(await look());
    laptop[fall]();
    const after = facts(await look());
    const changed = Object.keys(after).filter(
      (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]),
    );
    expect(changed).toEqual([signal]);
    expect(await judge()).toEqual({ tier, failing: [check] });
    laptop[mend]();
    expect(facts(await look())).toEqual(before);
  });

  it('has no endpoint protection at all once it is removed', async () => {
    laptop.removeEdr();
    expect((await look()).edr).toMatchObject({ status: 'absent' });
    expect((await judge()).tier).toBe('untrusted');
    laptop.restoreEdr();
    expect((await judge()).tier).toBe('trusted');
  });
});
