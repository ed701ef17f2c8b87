import { ok } from '@assay/shared';
import type { ExemptionView } from '@assay/shared/api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectorCommand } from '../helpers/collector-command.ts';
import { DISK_AND_FIREWALL } from '../helpers/policies.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

let world: LifecycleWorld;
let device: RawDevice;
let run: ReturnType<typeof collectorCommand>;

beforeAll(async () => {
  world = await startLifecycleWorld();
  run = collectorCommand(world.collector);
  await world.call('POST', '/policy/apply', { source: DISK_AND_FIREWALL, reason: 'a test' });
  device = await world.join({});
  const firewall = { ...ok({ enabled: false, backend: 'ufw', evidence: [] }), observedAt: Date.now() };
  const session = await openRawSession(world.door, device);
  await session.report(1, { ...posture({ encrypted: true }), firewall });
});
afterAll(() => world?.close());

it('an exemption is granted, listed with the debt, renewed and ended from the command line', async () => {
  const granted = await run(
    ...['exemption', 'add', 'firewall', '--device', device.deviceId, '--reason', 'router swap'],
    ...['--for', '8h', '--json'],
  );
  expect(granted.code).toBe(0);
  const { id, until } = JSON.parse(granted.output) as ExemptionView;
  expect(Math.abs(until - Date.now() - 8 * 3_600_000)).toBeLessThan(60_000);

  const listed = await run('exemption', 'list');
  expect(listed.output).toContain(`${id}  firewall for test-laptop, until`);
  expect(listed.output).toContain('in force');
  expect(listed.output).toContain('router swap; by admin token; excuses 1 now, 10 points');
  expect(listed.output).toMatch(
    /Exemption debt: 1 open, 0 waiting, 0 renewals, 1 devices excused, 0\.3 device-days/,
  );

  // What fails and costs nothing would be a riddle without.
  const why = await run('device', 'why', device.deviceId);
  expect(why.output).toContain(
    `10 of 10  The check firewall: fail, exempt by admin token until ${new Date(until).toISOString()} (`,
  );

  const renewed = await run('exemption', 'renew', id, '--reason', 'still', '--for', '12h');
  expect(renewed.output).toContain('It waits: another person than you has to approve it.');
  expect((await run('exemption', 'end', id)).output).toBe('Ended.\n');
  expect((await run('exemption', 'list', '--past')).output).toContain(`${id}  firewall`);
});

it('what is wrong is said, with the code of the catalogue or as wrong usage', async () => {
  const add = ['exemption', 'add', 'firewall', '--reason', 'x'];
  expect(await run(...add, '--device', 'nobody', '--for', '1h')).toEqual({
    code: 1,
    output: 'assay-collector: there is no device nobody [not_found]\n',
  });
  expect((await run(...add, '--for', '1h')).code).toBe(2);
  expect((await run(...add, '--group', 'lab')).output).toContain('say how long');
  expect((await run(...add, '--group', 'lab', '--for', 'ever')).output).toContain('as in 45m, 8h or 7d');
  const tooLong = await run(...add, '--device', device.deviceId, '--for', '400d');
  expect(tooLong.output).toMatch(/the policy allows exemptions of 30 days at most.*\[exemption_refused\]/);
});

it('break-glass has a timer and an entry in an audit log that verifies', async () => {
  expect((await run('break-glass', 'start', '--reason', 'EDR update broke')).code).toBe(2);
  const started = await run('break-glass', 'start', '--reason', 'EDR update broke', '--for', '45m');
  expect(started.output).toMatch(/^Break-glass is ON until .*, by admin token: EDR update broke\n$/);
  expect((await run('break-glass', 'status')).output).toMatch(/^Break-glass is ON/);
  expect((await run('break-glass', 'end')).code).toBe(0);
  expect((await run('break-glass', 'status')).output).toBe('Break-glass is off.\n');
  expect((await run('audit', 'list')).output).toMatch(/admin token \(cli\) {2}break_glass\.end/);
  expect((await run('audit', 'verify')).output).toBe('The audit log is whole.\n');
});

it('a person signs in under the name that the owner of the machine gave', async () => {
  const { url } = world.collector;
  // With a second slash a browser would take `sign-in` for a host.
  const { output } = await run('sign-in', '--as', 'grace', '--url', `${url}/`);
  expect(output).toMatch(new RegExp(`^${url}/sign-in#code=[\\w-]{43}\\n$`));
});
