import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRepeatingDecoder } from './repeating-reports.ts';
import { ok, type Signals } from './signals.ts';
import { decodeReport, encodeReport } from './statements.ts';
import { signalsAt } from './test-reports.ts';

const anySignals = signalsAt(fc.nat());
const toReport = (signals: Signals, createdAt: number) =>
  encodeReport({
    deviceId: 'd',
    number: 1,
    nonce: Buffer.alloc(32),
    bootId: 'b',
    createdAt,
    lost: null,
    signals,
  });

it('says of any report what decoding it as a whole says, whatever was decoded before', () => {
  const decode = createRepeatingDecoder();
  fc.assert(
    fc.property(anySignals, fc.nat(), (signals, createdAt) => {
      const payload = toReport(signals, createdAt);
      const { signals: whole } = decodeReport(payload);
      expect(decode(payload)).toEqual({ createdAt, signals: whole });
    }),
    { numRuns: 500 },
  );
});

it('gives out the same object for what was said again, at its own time', () => {
  const decode = createRepeatingDecoder();
  const firewall = (observedAt: number): Signals => ({
    firewall: { ...ok({ enabled: true, backend: 'nftables', evidence: [] }), observedAt },
  });
  const [first, second] = [decode(toReport(firewall(1), 1)), decode(toReport(firewall(2), 2))].map(
    ({ signals }) => signals.firewall,
  );
  if (first?.status !== 'ok' || second?.status !== 'ok') throw new Error('not decoded');
  expect(second.value).toBe(first.value);
  expect([first.observedAt, second.observedAt]).toEqual([1, 2]);
});

it('decodes as a whole what another encoder put in another order', () => {
  // An Observation with its time before its name.
  const observation = Buffer.from([0x10, 0x05, 0x08, 0x10, 0x22, 0x00]);
  const start = toReport({}, 7);
  const payload = Buffer.concat([start, Buffer.from([0x32, observation.length]), observation]);
  expect(createRepeatingDecoder()(payload)).toEqual({ createdAt: 7, signals: decodeReport(payload).signals });
});
