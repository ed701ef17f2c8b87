import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseJoinString } from '@assay/shared';
import type { AuditLog } from '@assay/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForReading } from '../../collector/src/store/sqlite/database.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { posture } from '../helpers/posture.ts';
import { enrollRaw, openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import { startWebhookReceiver } from '../receivers/webhook-receiver.ts';

const MAIN = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let dir: string;
let first: CollectorProcess;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
const open: CollectorProcess[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'assay-restore-'));
  receiver = await startWebhookReceiver({ secret: SECRET });
  first = await start(join(dir, 'first'));
  await first.api.call('POST', '/targets', {
    name: 'receiver',
    kind: 'webhook',
    config: { url: receiver.url, secret: SECRET },
  });
});
afterEach(async () => {
  for (const collector of open.splice(0)) await collector.kill();
  await receiver.close();
  rmSync(dir, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<CollectorProcess> {
  const collector = await startCollectorProcess({ dataDir });
  open.push(collector);
  return collector;
}

const run = async (...args: string[]) =>
  JSON.parse((await promisify(execFile)(process.execPath, [MAIN, ...args, '--json'])).stdout);

async function enroll(collector: CollectorProcess): Promise<RawDevice> {
  const { joinString } = await collector.api.call<{ joinString: string }>('POST', '/enrollment-tokens', {
    uses: 1,
  });
  return enrollRaw(collector, parseJoinString(joinString).token);
}

/** Reports one state after the other, in a session of its own. @returns numbers that were acknowledged */
async function report(collector: CollectorProcess, device: RawDevice, states: boolean[]): Promise<number[]> {
  const session = await openRawSession(collector, device);
  const numbers: number[] = [];
  for (const encrypted of states) {
    const number = Math.max(session.welcome.lastReportNumber, device.lastReport?.number ?? 0) + 1;
    await session.report(number, posture({ encrypted }));
    numbers.push(number);
  }
  await session.close();
  return numbers;
}

function stored(dataDir: string) {
  const db = openForReading(join(dataDir, 'assay.db'));
  const numbers = db.prepare<[string], { number: number }>('SELECT number FROM reports WHERE device_id = ?');
  const state = db.prepare<[string], { state: string; tier: string }>(
    'SELECT state, tier FROM devices WHERE id = ?',
  );
  const conflicts = db.prepare('SELECT count(*) FROM conflicts').pluck();
  const answer = {
    numbers: (device: RawDevice) => numbers.all(device.deviceId).map(({ number }) => number),
    device: (device: RawDevice) => state.get(device.deviceId),
    conflicts: () => conflicts.get(),
    close: () => db.close(),
  };
  return answer;
}

test('a backup under load holds every report that was acknowledged before it, and the second collector goes on', async () => {
  const [steady, moved] = [await enroll(first), await enroll(first)];
  const before = await report(first, steady, [true, false, true]);
  await report(first, moved, [true]);

  // Reports go on while the backup is made.
  const busy = report(first, moved, [false, true, false, true, false]);
  const backup = await run('backup', 'create', join(dir, 'b.tar'), '--data-dir', join(dir, 'first'));
  await busy;
  expect(backup).toMatchObject({ devices: 2, encrypted: false });
  // After it: what the restored collector will not know of.
  await report(first, steady, [false, true]);
  await report(first, moved, [false]);
  expect(await first.stop()).toBe(0);

  await run('backup', 'restore', join(dir, 'b.tar'), '--data-dir', join(dir, 'second'));
  const second = await start(join(dir, 'second'));
  const seen = stored(join(dir, 'second'));
  expect(seen.numbers(steady)).toEqual(expect.arrayContaining(before));

  // The agents know greater numbers than the collector now: healthy ones, and no clones.
  const after = await report(second, steady, [true]);
  await report(second, moved, [false]);
  expect(after).toEqual([6]);
  expect(seen.numbers(steady)).toContain(6);
  expect(seen.conflicts()).toBe(0);
  expect(seen.device(steady)).toEqual({ state: 'active', tier: 'trusted' });
  expect(seen.device(moved)).toEqual({ state: 'active', tier: 'untrusted' });
  seen.close();
});

test('a backup is in the audit log of the collector it was made of, which goes on writing there', async () => {
  const file = join(dir, 'b.tar');
  await run('backup', 'create', file, '--data-dir', join(dir, 'first'));
  await first.api.call('POST', '/enrollment-tokens', { uses: 1 });
  const { entries } = await first.api.call<AuditLog>('GET', '/audit');
  expect(await first.api.call('GET', '/audit/verify')).toEqual({ brokenAt: null });
  expect(entries[0]).toMatchObject({ action: 'enrollment_token.create' });
  expect(entries[1]).toMatchObject({
    ...{ action: 'backup.create', who: userInfo().username, source: 'cli', subject: 'database' },
    after: { file, encrypted: false, devices: 0 },
  });
});

test('after a restore consumers are told of each device anew, though its verdict is that of the backup', async () => {
  const device = await enroll(first);
  await report(first, device, [true]);
  await receiver.waitForAccepted(1);
  await run('backup', 'create', join(dir, 'b.tar'), '--data-dir', join(dir, 'first'));
  // The consumer hears that it is untrusted; of its mending it hears from nobody, for the collector is lost.
  await report(first, device, [false]);
  await receiver.waitForAccepted(2);
  await first.kill();

  await run('backup', 'restore', join(dir, 'b.tar'), '--data-dir', join(dir, 'second'));
  const second = await start(join(dir, 'second'));
  await report(second, device, [true, true]);
  await receiver.waitForAccepted(3);
  const told = receiver.accepted.map(({ body }) => (body.data.current as { tier: string }).tier);
  expect(told).toEqual(['trusted', 'untrusted', 'trusted']);
});

test('a join string and a raise of trust from before the backup are not given back', async () => {
  const device = await enroll(first);
  receiver.behave({ kind: 'status', status: 503 }, 100);
  await report(first, device, [true]);
  const { joinString } = await first.api.call<{ joinString: string }>('POST', '/enrollment-tokens', {
    uses: 5,
  });
  await run('backup', 'create', join(dir, 'b.tar'), '--data-dir', join(dir, 'first'));
  await first.kill();
  const restored = await run('backup', 'restore', join(dir, 'b.tar'), '--data-dir', join(dir, 'second'));
  expect(restored).toMatchObject({ tokensExpired: 1, deliveriesDropped: 1 });
  const second = await start(join(dir, 'second'));
  const refused = enrollRaw(second, parseJoinString(joinString).token);
  await expect(refused).rejects.toThrow(/has expired/);
});
