import { wire } from '@assay/proto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absent, ok, type Signals, unknown } from './signals.ts';
import { decodeReport, encodeReport, type Report } from './statements.ts';

const signals: Signals = {
  os: {
    ...ok({ id: 'debian', name: 'Debian', version: '12', id_like: [], arch: 'x86_64', kernel: '6.1' }),
    observedAt: 1_790_000_000_001,
  },
  disk_encryption: {
    ...ok({
      system_volume: {
        mount: '/',
        role: 'system' as const,
        device: '/dev/vda',
        filesystem: 'ext4',
        encrypted: false,
        state: 'not_encrypted' as const,
        basis: 'vda has no layer below',
        notes: ['virtual_disk'],
      },
      volumes: [],
    }),
    observedAt: 1_790_000_000_002,
  },
  tpm: { ...absent('no /sys/class/tpm/tpm0'), observedAt: 1_790_000_000_003 },
  firewall: { ...unknown('permission', 'nft needs root'), observedAt: 1_790_000_000_004 },
};
const report: Report = {
  deviceId: '01990000-0000-7000-8000-000000000000',
  number: 7,
  nonce: Buffer.alloc(32, 1),
  bootId: 'b',
  createdAt: 1_790_000_000_000,
  signals,
  lost: { full: 3, expired: 0, damaged: 1, refused: 0, unwritten: 2 },
};

test('a report with all three statuses survives the wire, false and empty values too', () => {
  expect(decodeReport(encodeReport(report))).toEqual(report);
});

test('a report of the time offline has no nonce, and may have lost nothing', () => {
  const offline = { ...report, nonce: Buffer.alloc(0), lost: null };
  expect(decodeReport(encodeReport(offline))).toEqual(offline);
});

test('report numbers up to 2^53 - 1 survive the wire', () => {
  fc.assert(
    fc.property(
      fc.maxSafeNat().filter((number) => number > 0),
      (number) => {
        expect(decodeReport(encodeReport({ ...report, number })).number).toBe(number);
      },
    ),
  );
});

test.each([
  ['report.number', { number: 0 }],
  ['report.nonce', { nonce: Buffer.alloc(31) }],
  ['report.device_id', { deviceId: '' }],
  ['report.boot_id', { bootId: 'x'.repeat(65) }],
  ['system volume', { signals: { disk_encryption: { ...ok({ volumes: [] } as never), observedAt: 1 } } }],
])('a bad %s is named in the error', (field, change) => {
  expect(() => decodeReport(encodeReport({ ...report, ...change }))).toThrow(
    expect.objectContaining({ code: 'frame_malformed', message: expect.stringContaining(field) }),
  );
});

test('arbitrary bytes never crash the decoder: a report, or frame_malformed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        decodeReport(bytes);
      } catch (error) {
        expect(error).toMatchObject({ code: 'frame_malformed' });
      }
    }),
    { numRuns: 2000 },
  );
});

test('a signal that only a newer agent knows is passed over, the rest is read', () => {
  const message = wire.Report.decode(encodeReport(report));
  message.signals.push({ name: 999 as never, observed_at_ms: 1 } as never);
  expect(decodeReport(wire.Report.encode(message).finish()).signals).toEqual(signals);
});

test('a signal that carries the value of another is refused', () => {
  const message = wire.Report.decode(encodeReport({ ...report, signals: {} }));
  message.signals.push({ name: wire.SignalName.tpm, os: { id: 'debian' } } as never);
  expect(() => decodeReport(wire.Report.encode(message).finish())).toThrow(/tpm carries no outcome/);
});
