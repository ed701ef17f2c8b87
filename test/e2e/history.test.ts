import { randomUUID } from 'node:crypto';
import {
  type AssayError,
  type Envelope,
  encodeReport,
  type Report,
  type Signals,
  signEnvelope,
} from '@assay/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { posture } from '../helpers/posture.ts';
import { digestOf, openRawSession, type RawDevice, type RawSession } from '../helpers/raw-agent.ts';
import { startTestCollector, type TestCollector } from '../helpers/test-collector.ts';

const HOUR = 3_600_000;
const NOTHING_LOST = { full: 0, expired: 0, damaged: 0, refused: 0, unwritten: 0 };
const good = posture({ encrypted: true });
const bad = posture({ encrypted: false });

let world: TestCollector;
beforeAll(async () => {
  world = await startTestCollector();
});
afterAll(() => world?.close());

async function offlineReport(
  device: RawDevice,
  fields: Pick<Report, 'number' | 'signals'> & Partial<Report>,
): Promise<Envelope> {
  const { deviceId, signer } = device;
  const unset = { nonce: new Uint8Array(), bootId: 'boot', createdAt: Date.now(), lost: null };
  const envelope = await signEnvelope('report', encodeReport({ deviceId, ...unset, ...fields }), signer);
  // As an agent does, which writes down what it signs.
  device.lastReport = { number: fields.number, digest: digestOf(envelope) };
  return envelope;
}

async function deliver(
  { connection }: RawSession,
  reports: Envelope[],
  agentTime = Date.now(),
): Promise<number> {
  connection.send({ type: 'history', reports, agentTime });
  return (await connection.expect('history_ack')).reportNumber;
}

/** A device whose verdict is good, by report number 1, and which is offline now. */
async function offlineDevice(signals: Signals = good): Promise<RawDevice> {
  const device = await world.enroll();
  const session = await openRawSession(world.door, device);
  await session.report(1, signals);
  await session.close();
  return device;
}

const offline = async (device: RawDevice) =>
  (await world.timeline(device.deviceId)).filter(({ kind }) => kind === 'offline' || kind === 'lost');

describe('what a device saw while offline', () => {
  it('fills its timeline at its own time, changes no verdict and tells nobody', async () => {
    const device = await offlineDevice();
    const reports = [
      await offlineReport(device, { number: 2, signals: bad, createdAt: Date.now() }),
      await offlineReport(device, { number: 3, signals: good, createdAt: Date.now() }),
    ];
    const session = await openRawSession(world.door, device);
    const before = world.stored();
    expect(await deliver(session, reports)).toBe(3);

    const after = world.stored();
    expect(after.assessments).toEqual(before.assessments);
    expect(after.deliveries).toEqual(before.deliveries);
    expect(after.devices).toEqual(before.devices);
    expect(await offline(device)).toEqual([
      expect.objectContaining({ title: 'Seen while offline: Disk encryption', tier: null, score: null }),
      expect.objectContaining({ detail: expect.stringMatching(/not encrypted/) }),
    ]);
    const { assessment } = await session.report(4, good);
    expect(assessment?.tier).toBe('trusted');
    await session.close();
  });

  it('is recognised when it is delivered again, whole or in part', async () => {
    const device = await offlineDevice();
    const two = await offlineReport(device, { number: 2, signals: bad });
    const three = await offlineReport(device, { number: 3, signals: good });
    const four = await offlineReport(device, { number: 4, signals: bad });
    const first = await openRawSession(world.door, device);
    await deliver(first, [two, three]);
    await first.close();
    const second = await openRawSession(world.door, device);
    expect(second.welcome.lastReportNumber).toBe(3);
    expect(await deliver(second, [two, three, four])).toBe(4);
    expect(await deliver(second, [four])).toBe(4);
    expect(await offline(device)).toHaveLength(3);
    await second.close();
  });

  it('includes a report whose acknowledgement was lost: it counts once', async () => {
    const device = await offlineDevice();
    const lost = await openRawSession(world.door, device);
    const envelope = await lost.signReport({ number: 2, signals: bad });
    device.lastReport = { number: 2, digest: digestOf(envelope) };
    lost.connection.send({ type: 'report', envelope });
    await lost.connection.expect('ack');
    await lost.close();

    const session = await openRawSession(world.door, device);
    expect(await deliver(session, [envelope])).toBe(2);
    expect(await offline(device)).toEqual([]);
    await session.close();
  });

  it.each([
    ['hours fast', 5 * HOUR],
    ['hours slow', -5 * HOUR],
    ['right', 0],
  ])('keeps its distance in time with a clock that is %s', async (_, wrong) => {
    const enrolledAt = Date.now();
    const device = await offlineDevice();
    const agentNow = Date.now() + wrong;
    const report = await offlineReport(device, { number: 2, signals: bad, createdAt: agentNow - 5 });
    const session = await openRawSession(world.door, device);
    await deliver(session, [report], agentNow);
    const [entry] = await offline(device);
    expect(entry?.at).toBeGreaterThanOrEqual(enrolledAt);
    expect(entry?.at).toBeLessThanOrEqual(Date.now());
    await session.close();
  });

  it('says once what was lost of it, whichever report tells', async () => {
    const device = await offlineDevice();
    const lost = { ...NOTHING_LOST, full: 3, damaged: 1 };
    const session = await openRawSession(world.door, device);
    await deliver(session, [await offlineReport(device, { number: 2, signals: good, lost })]);
    const envelope = await session.signReport({ number: 3, signals: good, lost: { ...lost, full: 5 } });
    session.connection.send({ type: 'report', envelope });
    await session.connection.expect('ack');
    expect((await offline(device)).map(({ title }) => title)).toEqual([
      '2 reports of its time offline were lost',
      '4 reports of its time offline were lost',
    ]);
    await session.close();
  });
});

describe('a history frame', () => {
  const cases: [
    string,
    AssayError['code'],
    (device: RawDevice, session: RawSession) => Promise<Envelope[]>,
  ][] = [
    [
      "with this session's nonce",
      'challenge_mismatch',
      async (_, session) => [await session.signReport({ number: 2, signals: good })],
    ],
    [
      "with another device's report",
      'report_mismatch',
      async (device) => [
        await offlineReport({ ...device, deviceId: randomUUID() }, { number: 2, signals: good }),
      ],
    ],
    [
      'signed by another key',
      'signature_invalid',
      async (device) => [
        await offlineReport(
          { ...(await world.enroll()), deviceId: device.deviceId },
          { number: 2, signals: good },
        ),
      ],
    ],
    [
      'whose numbers go back',
      'report_number_repeated',
      async (device) => [
        await offlineReport(device, { number: 3, signals: bad }),
        await offlineReport(device, { number: 2, signals: good }),
      ],
    ],
    [
      'with another report under a number that is stored',
      'report_number_repeated',
      async (device) => [await offlineReport(device, { number: 1, signals: bad })],
    ],
  ];

  it.each(cases)('%s is refused as %s, whole', async (_, code, prepare) => {
    const device = await offlineDevice();
    const session = await openRawSession(world.door, device);
    const { reports } = world.stored();
    session.connection.send({
      type: 'history',
      reports: await prepare(device, session),
      agentTime: Date.now(),
    });
    expect((await session.connection.ended).refusal?.code).toBe(code);
    expect(world.stored().reports).toEqual(reports);
    expect(await offline(device)).toEqual([]);
  });

  it('can not be passed off as a fresh report', async () => {
    const device = await offlineDevice();
    const envelope = await offlineReport(device, { number: 2, signals: good });
    const session = await openRawSession(world.door, device);
    session.connection.send({ type: 'report', envelope });
    expect((await session.connection.ended).refusal?.code).toBe('challenge_mismatch');
  });
});
