import { dirname } from 'node:path';
import type { Coverage } from '@assay/shared/api';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { coverageCommand } from '../../collector/src/commands/coverage.ts';
import { DISK_AND_FIREWALL } from '../helpers/policies.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession } from '../helpers/raw-agent.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

let world: LifecycleWorld;
const today = () => new Date().toISOString().slice(0, 10);

/** Three devices: one is fine, one's disk is not encrypted, one never reports. */
beforeAll(async () => {
  world = await startLifecycleWorld();
  await world.call('POST', '/policy/apply', { source: DISK_AND_FIREWALL, reason: 'a test' });
  for (const encrypted of [true, false]) {
    const session = await openRawSession(world.door, await world.join({}));
    await session.report(1, posture({ encrypted }));
    await session.close();
  }
  await world.join({});
});
afterAll(() => world?.close());

/** What the command prints. */
async function coverage(...args: string[]): Promise<string> {
  const { url, caFile } = world.collector;
  const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const where = ['--url', url, '--data-dir', dirname(dirname(caFile))];
    await coverageCommand().parseAsync([...args, ...where], { from: 'user' });
    return said.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    said.mockRestore();
  }
}

it('says in words who reports, who stands where, and what each check comes to', async () => {
  const lines = (await coverage()).split('\n');
  expect(lines[0]).toBe(
    '3 devices; 66.6 % reported in the last 24 hours; 100 % of the verdicts rest on fresh evidence',
  );
  expect(lines[2]?.split(/ {2,}/)).toEqual([
    ...['day', 'hours', 'reporting', 'trusted', 'limited', 'untrusted', 'fresh', 'told', 'told fresh'],
  ]);
  const day = lines.find((line) => line.startsWith(today()));
  // Of two hours, if a new one has just begun.
  const hours = expect.toBeOneOf(['1', '2']);
  expect(day?.split(/ {2,}/).slice(0, 6)).toEqual([today(), hours, '66.6 %', '1', '0', '1']);
  expect(lines).toContain('disk-encryption: 50 % pass, 1 fail, 0 unknown, 0 exempt');
  expect(lines).toContain('disk-encryption: nothing mended, 1 open');
});

it('prints a line for each day with --csv', async () => {
  const [head, ...days] = (await coverage('--csv', '--days', '3')).trimEnd().split('\r\n');
  const names = head?.split(',') ?? [];
  const [last] = days.slice(-1).map((line) => line.split(','));
  const figure = (name: string) => last?.[names.indexOf(name)];
  expect(figure('day')).toBe(today());
  expect(['enrolled', 'reporting', 'trusted', 'untrusted'].map(figure)).toEqual(['3', '2', '1', '1']);
  expect(['disk-encryption:pass', 'disk-encryption:fail'].map(figure)).toEqual(['1', '1']);
});

it('prints what the API says with --json', async () => {
  const said = JSON.parse(await coverage('--json')) as Coverage;
  expect(said.now).toMatchObject({ enrolled: 3, reporting: 2, tiers: { trusted: 1, untrusted: 1 } });
  const { days } = (await world.call('GET', '/coverage')).body as Coverage;
  // The last of them ends when it is asked for.
  expect(said.days.slice(0, -1)).toEqual(days.slice(0, -1));
  expect(said.days.at(-1)).toEqual({ ...days.at(-1), at: said.days.at(-1)?.at });
});
