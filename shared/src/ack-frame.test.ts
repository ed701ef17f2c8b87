import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeAckFrame, encodeTold } from './ack-frame.ts';
import type { DeviceAssessment } from './assessment.ts';
import { decodeCollectorFrame, encodeCollectorFrame } from './frames.ts';

const text = fc.string({ maxLength: 300 });
const time = fc.oneof(fc.nat(), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const anyAssessment = fc.record(
  {
    score: fc.integer({ min: 0, max: 100 }),
    tier: fc.constantFrom('trusted', 'limited', 'untrusted'),
    assessedAt: time,
    validUntil: time,
    policy: text,
    findings: fc.array(
      fc.record({
        check: text,
        title: text,
        outcome: fc.constantFrom('fail', 'unknown'),
        required: fc.boolean(),
        explain: text,
        remedy: text,
        points: fc.nat(100),
      }),
      { maxLength: 4 },
    ),
    forIt: fc.nat(3),
    fixes: fc.array(
      fc.record({ tier: fc.constantFrom('trusted', 'limited'), score: fc.nat(100), checks: fc.array(text) }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['score', 'tier', 'assessedAt', 'validUntil', 'policy', 'findings'] },
) as fc.Arbitrary<DeviceAssessment>;

it('an acknowledgement of an assessment that is encoded already says what one encoded as a whole says', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      anyAssessment,
      time,
      time,
      (reportNumber, before, assessedAt, validUntil) => {
        const assessment = { ...before, assessedAt, validUntil };
        const frame = encodeAckFrame(reportNumber, encodeTold(before), assessment);
        expect(decodeCollectorFrame(frame)).toEqual(
          decodeCollectorFrame(encodeCollectorFrame({ type: 'ack', reportNumber, assessment })),
        );
      },
    ),
    { numRuns: 500 },
  );
});
