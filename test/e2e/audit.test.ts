import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AuditLog, DeviceDetail } from '@assay/shared/api';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { breakGlassCommand } from '../../collector/src/commands/break-glass.ts';
import { deviceCommand } from '../../collector/src/commands/device.ts';
import { exemptionCommand } from '../../collector/src/commands/exemption.ts';
import { policyCommand } from '../../collector/src/commands/policy/policy.ts';
import { signInCommand } from '../../collector/src/commands/sign-in.ts';
import { targetCommand } from '../../collector/src/commands/target.ts';
import { tokenCommand } from '../../collector/src/commands/token.ts';
import { DISK_AND_FIREWALL, LENIENT } from '../helpers/policies.ts';
import type { RawDevice } from '../helpers/raw-agent.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

// Whatever somebody does is in the audit log. A route or a command that is not walked here fails this test: it either
// changes nothing, and says so in one of the two lists, or leaves an entry.

const CHANGES_NOTHING = ['POST /devices/{id}/recheck', 'POST /policy/trials'];
const READING_COMMANDS = [
  ...['device list', 'device why', 'token list', 'target list', 'exemption list', 'break-glass status'],
  ...['policy check', 'policy test', 'policy diff', 'policy plan', 'policy simulate', 'policy history'],
  ...['policy schema', 'policy rollout show'],
];

let world: LifecycleWorld;
let dispatcher: Agent;
const walked = new Set<string>();

beforeAll(async () => {
  world = await startLifecycleWorld();
  dispatcher = new Agent({ connect: { ca: world.door.ca } });
});
afterAll(async () => {
  await dispatcher?.close();
  await world?.close();
});

type Entry = AuditLog['entries'][number];

const entries = async (): Promise<Entry[]> =>
  ((await world.call('GET', '/audit?limit=200')).body as AuditLog).entries;

/** The entry that an act leaves, after those there are. */
async function entryOf(action: string, act: () => Promise<unknown>): Promise<Entry> {
  const last = (await entries())[0]?.id ?? 0;
  await act();
  const found = (await entries()).find((entry) => entry.id > last && entry.action === action);
  if (!found) throw new Error(`${action} left no entry in the audit log`);
  return found;
}

/** Calls a route and gives out its entry. @param route as OpenAPI has it, e.g. `POST /devices/{id}/revoke` */
async function walk(route: string, id: string, body: unknown, action: string): Promise<Entry> {
  const [method = '', path = ''] = route.split(' ');
  walked.add(route);
  return entryOf(action, async () => {
    const { status, body: answer } = await world.call(method, path.replace('{id}', id), body);
    expect(status, JSON.stringify(answer)).toBeLessThan(300);
  });
}

const created = async (path: string, body: unknown): Promise<Record<string, unknown>> =>
  (await world.call('POST', path, body)).body as Record<string, unknown>;

async function judgedDevice(serial: string): Promise<RawDevice> {
  const device = await world.join({ serial });
  const session = await world.report(device, 1, serial);
  await session.close();
  return device;
}

/** Two devices that both say that they are one machine. */
async function conflict(serial: string): Promise<{ deviceId: string; id: string }> {
  await judgedDevice(serial);
  const { deviceId } = await world.join({ serial });
  const { device } = await world.detail(deviceId);
  return { deviceId, id: device.conflicts[0]?.id ?? '' };
}

const webhook = (name: string) => ({
  ...{ name, kind: 'webhook' },
  config: {
    url: 'https://127.0.0.1:9/hook',
    events: ['device.tier_changed'],
    secret: `whsec_${'A'.repeat(43)}=`,
  },
});

/** Signs in as a person at the console. */
async function signIn(
  name: string,
): Promise<(method: string, path: string, body?: unknown) => Promise<number>> {
  const { code } = await created('/sign-in-codes', { name });
  const send = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    fetch(`${world.door.url}/api/v1${path}`, {
      ...{
        dispatcher,
        method,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const answer = await send('POST', '/sign-in', {}, { code });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (method, path, body) => (await send(method, path, { cookie }, body)).status;
}

const later = () => Date.now() + 3_600_000;

describe('every route that changes something leaves an entry', () => {
  it('of enrollment tokens, with all but the token', async () => {
    const body = { uses: 3, owner: 'ada@example.com', groups: ['lab'] };
    const made = await walk('POST /enrollment-tokens', '', body, 'enrollment_token.create');
    expect(made).toMatchObject({ who: 'admin token', source: 'api', after: body });
    const ended = await walk(
      'DELETE /enrollment-tokens/{id}',
      made.subject,
      undefined,
      'enrollment_token.expire',
    );
    expect(ended.subject).toBe(made.subject);
  });

  it('of what becomes of devices, before and after', async () => {
    const { deviceId, signer: _ } = await world.join({ token: await world.issue({ approval: true }) });
    const approved = await walk('POST /devices/{id}/approve', deviceId, undefined, 'device.approve');
    expect(approved).toMatchObject({ before: { state: 'pending' }, after: { state: 'active' } });
    const owned = await walk(
      'PUT /devices/{id}/owner',
      deviceId,
      { owner: 'ada@example.com' },
      'device.set_owner',
    );
    expect(owned).toMatchObject({ before: { owner: null }, after: { owner: 'ada@example.com' } });
    await walk('POST /devices/{id}/rotate-key', deviceId, undefined, 'device.rotate_key');
    const revoked = await walk('POST /devices/{id}/revoke', deviceId, { reason: 'lost' }, 'device.revoke');
    expect(revoked).toMatchObject({ subject: deviceId, detail: 'lost', after: { state: 'revoked' } });
    const { id } = await conflict('C-1');
    await walk('POST /conflicts/{id}/resolve', id, { resolution: 'keep_both' }, 'conflict.resolve');
  });

  it('of targets, without their secrets, and of verdicts that are sent again', async () => {
    const made = await walk('POST /targets', '', webhook('hook'), 'target.create');
    expect(made.after).toMatchObject({ name: 'hook', config: { secret: '••••••' } });
    const { deviceId } = await judgedDevice('T-1');
    const [told] = ((await world.detail(deviceId)) as DeviceDetail).targets;
    await walk('POST /deliveries/{id}/redeliver', told?.delivery?.id ?? '', undefined, 'delivery.redeliver');
    const removed = await walk('DELETE /targets/{id}', made.subject, undefined, 'target.remove');
    expect(removed.before).toMatchObject({ name: 'hook' });
    expect(JSON.stringify(await entries())).not.toContain('AAAA');
  });

  it('of exemptions and break-glass, also by a second person at the console', async () => {
    await world.call('POST', '/policy/apply', { source: DISK_AND_FIREWALL, reason: 'a test' });
    const { deviceId } = await judgedDevice('E-1');
    const request = (check: string) => ({
      ...{ check, device: deviceId, reason: 'why', until: later() },
    });
    const granted = await walk('POST /exemptions', '', request('firewall'), 'exemption.grant');
    const again = { reason: 'still', until: later() };
    await walk('POST /exemptions/{id}/renew', granted.subject, again, 'exemption.renew');
    await walk('POST /exemptions/{id}/end', granted.subject, undefined, 'exemption.end');
    const waiting = await created('/exemptions', request('disk-encryption'));
    const asGrace = await signIn('grace');
    walked.add('POST /exemptions/{id}/approve');
    const approved = await entryOf('exemption.approve', () =>
      asGrace('POST', `/exemptions/${waiting.id}/approve`),
    );
    expect(approved).toMatchObject({ who: 'grace', source: 'console' });
    await walk('POST /break-glass', '', { reason: 'fire', until: later() }, 'break_glass.start');
    await walk('DELETE /break-glass', '', undefined, 'break_glass.end');
  });

  it('of policies', async () => {
    const applied = { source: LENIENT, reason: 'a test', allowUntrusted: 99 };
    expect(await walk('POST /policy/apply', '', applied, 'policy.apply')).toMatchObject({ source: 'api' });
    await walk('POST /policy/rollback', '', { reason: 'back' }, 'policy.rollback');
    const staged = { ...applied, staged: { observeMs: null, warnMs: null, margin: null } };
    await walk('POST /policy/apply', '', staged, 'policy.rollout_start');
    await walk('POST /policy/rollout/advance', '', undefined, 'policy.rollout_advance');
    const stopped = await walk('POST /policy/rollout/stop', '', { reason: 'enough' }, 'policy.rollout_stop');
    expect(stopped.detail).toBe('enough');
  });

  it('of who may come in, and who came and left', async () => {
    await walk('POST /sign-in-codes', '', { name: 'grace' }, 'sign_in_code.create');
    walked.add('POST /sign-in').add('DELETE /sign-in');
    let asGrace: Awaited<ReturnType<typeof signIn>> | null = null;
    const came = await entryOf('sign_in.create', async () => {
      asGrace = await signIn('grace');
    });
    expect(came).toMatchObject({ who: 'grace', source: 'console' });
    const left = await entryOf('sign_in.end', async () => asGrace?.('DELETE', '/sign-in'));
    expect(left.who).toBe('grace');
  });

  it('and there is none besides', async () => {
    const { body } = await world.call('GET', '/../docs/json');
    const { paths } = body as { paths: Record<string, Record<string, unknown>> };
    const changing = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/v1/'))
      .flatMap(([path, methods]) =>
        Object.keys(methods)
          .filter((method) => method !== 'get')
          .map((method) => `${method.toUpperCase()} ${path.slice('/api/v1'.length)}`),
      );
    expect(changing.length).toBeGreaterThan(15);
    expect(changing.filter((route) => !walked.has(route) && !CHANGES_NOTHING.includes(route))).toEqual([]);
  });

  it('in a chain that is whole', async () => {
    expect((await world.call('GET', '/audit/verify')).body).toEqual({ brokenAt: null });
  });
});

const COMMANDS = [
  ...[tokenCommand(), targetCommand(), deviceCommand(), exemptionCommand(), breakGlassCommand()],
  ...[policyCommand(), signInCommand()],
] as CommandUnknownOpts[];

/** Names of what can be run, e.g. `policy rollout stop`. */
const leaves = (command: CommandUnknownOpts, before = ''): string[] => {
  const name = `${before}${command.name()}`;
  return command.commands.length === 0 ? [name] : command.commands.flatMap((sub) => leaves(sub, `${name} `));
};

describe('every command that changes something leaves an entry', () => {
  const run = new Set<string>();
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-audit-'));
    writeFileSync(join(dir, 'lenient.yaml'), LENIENT);
    writeFileSync(join(dir, 'disk.yaml'), DISK_AND_FIREWALL);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  /** Runs a command as an administrator would, and gives out its entry. */
  async function command(action: string, name: string, ...args: string[]): Promise<Entry> {
    run.add(name);
    const [first = '', ...rest] = name.split(' ');
    const made = COMMANDS.find((one) => one.name() === first);
    const { url, caFile } = world.collector;
    const where = ['--url', url, '--data-dir', dirname(dirname(caFile))];
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const entry = await entryOf(action, async () =>
        made?.parseAsync([...rest, ...args, ...where], { from: 'user' }),
      );
      expect(entry).toMatchObject({ who: 'admin token', source: 'cli' });
      return entry;
    } finally {
      said.mockRestore();
    }
  }

  it('of tokens, targets and sign-ins', async () => {
    const token = await command('enrollment_token.create', 'token create');
    await command('enrollment_token.expire', 'token expire', token.subject);
    const address = 'https://127.0.0.1:9/';
    const target = await command('target.create', 'target add-webhook', 'by-command', address);
    await command('target.create', 'target add-ssf', 'ssf', address, '--audience', 'x');
    await command('target.remove', 'target remove', target.subject);
    await command('sign_in_code.create', 'sign-in');
  });

  it('of devices', async () => {
    const { deviceId } = await world.join({ token: await world.issue({ approval: true }) });
    await command('device.approve', 'device approve', deviceId);
    await command('device.set_owner', 'device set-owner', deviceId, 'ada@example.com');
    await command('device.rotate_key', 'device rotate-key', deviceId);
    await command('device.revoke', 'device revoke', deviceId, '--reason', 'lost', '--yes');
    const disputed = await conflict('C-2');
    await command('conflict.resolve', 'device resolve', disputed.deviceId, 'keep-both');
  });

  it('of policies and exemptions', async () => {
    const [lenient, disk] = [join(dir, 'lenient.yaml'), join(dir, 'disk.yaml')];
    const why = ['--reason', 'a test', '--allow-untrusted', '99'];
    await command('policy.apply', 'policy apply', lenient, ...why);
    await command('policy.rollback', 'policy rollback', '--reason', 'back');
    await command('policy.rollout_start', 'policy apply', lenient, ...why, '--staged');
    await command('policy.rollout_advance', 'policy rollout advance');
    await command('policy.rollout_stop', 'policy rollout stop', '--reason', 'enough');
    await world.call('POST', '/policy/apply', { source: DISK_AND_FIREWALL, reason: disk });
    const { deviceId } = await judgedDevice('E-2');
    const forIt = ['--reason', 'why', '--for', '8h'];
    const granted = await command(
      'exemption.grant',
      'exemption add',
      'firewall',
      '--device',
      deviceId,
      ...forIt,
    );
    await command('exemption.renew', 'exemption renew', granted.subject, ...forIt);
    await command('exemption.end', 'exemption end', granted.subject);
    const asGrace = await signIn('grace');
    const asked = { check: 'disk-encryption', device: deviceId, reason: 'why', until: later() };
    const { subject } = await entryOf('exemption.grant', () => asGrace('POST', '/exemptions', asked));
    await command('exemption.approve', 'exemption approve', subject);
    await command('break_glass.start', 'break-glass start', ...forIt);
    await command('break_glass.end', 'break-glass end');
  });

  it('and there is none besides', () => {
    const all = COMMANDS.flatMap((one) => leaves(one));
    expect(all.filter((name) => !run.has(name) && !READING_COMMANDS.includes(name))).toEqual([]);
  });
});
