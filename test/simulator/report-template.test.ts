import { encodeReport } from '@assay/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { simulateDevice } from './device.ts';
import { AILMENTS } from './posture/ailments.ts';
import { signalsOf } from './posture/signals.ts';
import { createReportTemplate } from './report-template.ts';

it('gives the bytes that encoding the report would give', () => {
  const times = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(
      fc.record({
        index: fc.nat(1000),
        ailments: fc.subarray([...AILMENTS]),
        number: fc.integer({ min: 1, max: 2 ** 53 - 1 }),
        nonce: fc.uint8Array({ minLength: 32, maxLength: 32 }),
        createdAt: times,
        observedAt: times,
      }),
      ({ index, ailments, number, nonce, createdAt, observedAt }) => {
        const device = simulateDevice(1, index);
        const head = { deviceId: device.id, number, nonce, bootId: 'boot', createdAt };
        const template = createReportTemplate(signalsOf(device, new Set(ailments), 0));
        const signals = signalsOf(device, new Set(ailments), observedAt);
        expect(Buffer.from(template.encode(head, observedAt))).toEqual(
          Buffer.from(encodeReport({ ...head, signals, lost: null })),
        );
      },
    ),
    { numRuns: 50 },
  );
});
