import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PolicyApplied, ReplayedAssessment, TrialView } from '@assay/shared/api';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collectorCommand } from '../helpers/collector-command.ts';
import { LENIENT, STRICT } from '../helpers/policies.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

// One device that LENIENT trusts; STRICT also asks for a management that it has not.

let world: LifecycleWorld;
let device: RawDevice;
let run: ReturnType<typeof collectorCommand>;
let dir: string;
let lenient: string;
let strict: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-policy-commands-'));
  lenient = write('lenient.yaml', LENIENT);
  strict = write('strict.yaml', STRICT);
  world = await startLifecycleWorld();
  run = collectorCommand(world.collector);
  device = await world.join({});
  expect((await run('policy', 'apply', lenient, '--reason', 'the start')).code).toBe(0);
  const session = await openRawSession(world.door, device);
  await session.report(1, posture({ encrypted: true }));
});
afterAll(async () => {
  await world?.close();
  rmSync(dir, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
}
const replay = async (...args: string[]) =>
  JSON.parse((await run('replay', device.deviceId, '--json', ...args)).output) as ReplayedAssessment;

it('check says every problem with line, column and what was probably meant, and ends with 1', async () => {
  const broken = write(
    'broken.json',
    STRICT.replace('mdm.enrolled', 'mdn.enrolled').replaceAll('"weight"', '"wieght"'),
  );
  const { code, output } = await run('policy', 'check', broken);
  expect(code).toBe(1);
  expect(output).toMatch(/broken\.json:1:\d+: unknown field: wieght.*weight/);
  expect(output).toMatch(/broken\.json:1:\d+: .*mdn.*mdm/);
  expect((await run('policy', 'check', strict)).output).toContain('nothing wrong (strict');
});

it('test holds examples against what they expect', async () => {
  const examples = (tier: string) =>
    write(
      'lenient.examples.yaml',
      `examples:\n  - name: nothing is known\n    platform: linux\n    signals: {}\n    expect: { tier: ${tier} }\n`,
    );
  examples('untrusted');
  expect(await run('policy', 'test', lenient)).toMatchObject({
    code: 0,
    output: expect.stringContaining('1 as expected, 0 not'),
  });
  examples('trusted');
  expect((await run('policy', 'test', lenient)).code).toBe(1);
});

it('diff, plan and simulate say what would change and who would fall, before it holds', async () => {
  expect(await run('policy', 'diff', lenient)).toMatchObject({ code: 0 });
  const diff = await run('policy', 'diff', strict);
  expect(diff.code).toBe(1);
  expect(diff.output).toContain('managed');

  const plan = await run('policy', 'plan', strict, '--json');
  expect(plan.code).toBe(3);
  const planned = JSON.parse(plan.output.split('\n').at(-2) ?? '') as TrialView;
  expect(planned.plan?.inTheEnd).toMatchObject({ newlyUntrusted: 1 });

  const simulated = await run('policy', 'simulate', strict, '--since', '1d');
  expect(simulated.code).toBe(0);
  expect(simulated.output).toMatch(/on 1 distinct reports/);
  expect(simulated.output).toContain('managed');
});

it('apply refuses what would lock out too many, unless the number is said; rollback brings the old one back', async () => {
  const refused = await run('policy', 'apply', strict, '--reason', 'managed only');
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('[blast_radius_exceeded]');

  const applied = await run(
    ...['policy', 'apply', strict, '--reason', 'managed only'],
    '--allow-untrusted',
    '1',
    '--json',
  );
  expect((JSON.parse(applied.output.split('\n').at(-2) ?? '') as PolicyApplied).changed).toBe(true);
  await vi.waitFor(async () => expect((await replay()).assessment.tier).toBe('untrusted'), 30_000);
  const fallen = await replay();
  expect(fallen).toMatchObject({ identical: true, changes: [{ kind: 'policy', tier: { to: 'untrusted' } }] });

  const before = new Date(fallen.at - 1).toISOString();
  expect(await replay('--at', before)).toMatchObject({ identical: true, assessment: { tier: 'trusted' } });

  expect((await run('policy', 'rollback', '--reason', 'too early')).output).toContain('lenient');
  await vi.waitFor(async () => expect((await replay()).assessment.tier).toBe('trusted'), 30_000);
  const history = (await run('policy', 'history')).output;
  expect(history).toMatch(/^\* .*lenient {2}rolled back by admin token: too early$/m);
  expect(history).toMatch(/strict {2}applied by admin token: managed only$/m);
});
