import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEVICE_STATES } from './device.ts';
import {
  type AgentMessage,
  type CollectorMessage,
  decodeAgentFrame,
  decodeCollectorFrame,
  encodeAgentFrame,
  encodeCollectorFrame,
} from './frames.ts';
import { LIMITS } from './limits.ts';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Buffer.from(b));
const envelope = fc.record({ payload: bytes(40), keyId: bytes(32), signature: bytes(64) });
const agentMessage: fc.Arbitrary<AgentMessage> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'enroll' as const,
      'hello' as const,
      'report' as const,
      'rotate' as const,
      'unenroll' as const,
    ),
    envelope,
  }),
  fc.record({ type: fc.constant('unchanged' as const), reportNumber: fc.maxSafeNat(), digest: bytes(32) }),
  fc.record({
    type: fc.constant('history' as const),
    reports: fc.array(envelope, { minLength: 1, maxLength: 3 }),
    agentTime: fc.maxSafeNat(),
  }),
);
const time = fc.maxSafeNat();
const assessment = fc.record({
  score: fc.integer({ min: 0, max: 100 }),
  tier: fc.constantFrom('trusted' as const, 'limited' as const, 'untrusted' as const),
  assessedAt: time,
  validUntil: time,
  policy: fc.string(),
  findings: fc.array(
    fc.record({
      check: fc.string(),
      title: fc.string(),
      outcome: fc.constantFrom('fail' as const, 'unknown' as const),
      required: fc.boolean(),
      explain: fc.string(),
      remedy: fc.string(),
      points: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 3 },
  ),
});
const collectorMessage: fc.Arbitrary<CollectorMessage> = fc.oneof(
  fc.record({
    type: fc.constant('challenge' as const),
    nonce: bytes(32),
    collectorTime: time,
    collectorId: fc.string(),
  }),
  fc.record({
    type: fc.constant('enrolled' as const),
    deviceId: fc.string(),
    state: fc.constantFrom(...DEVICE_STATES),
  }),
  fc.record({ type: fc.constant('rotated' as const), keyId: bytes(32) }),
  fc.constant({ type: 'unenrolled' as const }),
  fc.record({ type: fc.constant('history_ack' as const), reportNumber: time }),
  fc.record({
    type: fc.constant('welcome' as const),
    sessionId: fc.string(),
    reportIntervalS: fc.nat(),
    fullReportIntervalS: fc.nat(),
    lastReportNumber: time,
    assessment: fc.option(assessment),
  }),
  fc.record({ type: fc.constant('ack' as const), reportNumber: time, assessment: fc.option(assessment) }),
  fc.record({
    type: fc.constant('command' as const),
    command: fc.constantFrom('recheck' as const, 'rotate_key' as const),
  }),
  fc.record({
    type: fc.constant('refusal' as const),
    code: fc.string(),
    message: fc.string(),
    retryAfterS: fc.nat(),
    retry: fc.boolean(),
  }),
);

test('every message of an agent survives the wire', () => {
  fc.assert(
    fc.property(agentMessage, (message) => {
      expect(decodeAgentFrame(encodeAgentFrame(message))).toEqual(message);
    }),
  );
});

test('every message of a collector survives the wire', () => {
  fc.assert(
    fc.property(collectorMessage, (message) => {
      expect(decodeCollectorFrame(encodeCollectorFrame(message))).toEqual(message);
    }),
  );
});

test.each([0, LIMITS.maxHistoryReports + 1])('a history frame with %i reports is refused', (count) => {
  const envelope = { payload: Buffer.of(1), keyId: Buffer.of(2), signature: Buffer.of(3) };
  const frame = encodeAgentFrame({ type: 'history', reports: Array(count).fill(envelope), agentTime: 0 });
  expect(() => decodeAgentFrame(frame)).toThrow(expect.objectContaining({ code: 'frame_malformed' }));
});

test('garbage is refused with a code, never with a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (garbage) => {
      try {
        decodeAgentFrame(garbage);
      } catch (error) {
        expect(['frame_malformed', 'frame_unexpected']).toContain((error as { code: string }).code);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a message type that only a newer collector knows is passed over by an agent', () => {
  expect(decodeCollectorFrame(Buffer.from([0xfa, 0x01, 0x00]))).toBeNull();
});

test('a message type that only a newer agent knows is refused by a collector', () => {
  expect(() => decodeAgentFrame(Buffer.from([0xfa, 0x01, 0x00]))).toThrow(
    expect.objectContaining({ code: 'frame_unexpected' }),
  );
});
