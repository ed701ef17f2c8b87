import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDelivery } from '../../publish/test-doubles.ts';
import { makeCommit } from '../test-records.ts';
import { packRepeats, type Repeat, toRepeat, unpackRepeats } from './repeat-message.ts';

const time = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const bytes = fc.uint8Array({ maxLength: 50 }).map((array) => Buffer.from(array));
const anyRepeat: fc.Arbitrary<Repeat> = fc.record({
  deviceId: fc.uuid(),
  at: time,
  evidence: fc.record({
    ...{ number: time, payload: bytes, keyId: bytes, signature: bytes },
    isRepetition: fc.boolean(),
  }),
  times: fc.record({ assessedAt: time, validUntil: time, nextLookAt: fc.option(time) }),
  lookAt: fc.option(time),
});

const plain = ({ evidence, ...rest }: Repeat) => ({
  ...rest,
  evidence: Object.entries(evidence).map(([name, value]) => [
    name,
    Buffer.isBuffer(value) ? value.toString('hex') : value,
  ]),
});

describe('repetitions on their way to the writer', () => {
  it('arrive as they were sent, in their order', () => {
    fc.assert(
      fc.property(fc.array(anyRepeat, { maxLength: 5 }), (repeats) => {
        expect(unpackRepeats(packRepeats(repeats)).map(plain)).toEqual(repeats.map(plain));
      }),
    );
  });

  it('are only commits in which nothing but times moved', () => {
    const repeat = { ...makeCommit('device', 1), agentVersion: null, isRestated: true };
    expect(toRepeat(repeat)).toMatchObject({ deviceId: 'device', evidence: { number: 1 } });
    const more = [
      { evidence: null },
      { isRestated: false },
      { agentVersion: '2' },
      { isNewPosture: true },
      { identity: { hostname: 'h', serial: null, uuid: null, vendor: null, model: null, virtual: false } },
      { deliveries: [makeDelivery()] },
      { events: [{ at: 1, kind: 'lost' as const, title: 'T', detail: '', by: 'b' }] },
      { lifecycle: { event: { kind: 'owner' as const, title: 'T', detail: '', by: 'b' } } },
    ];
    for (const said of more) expect(toRepeat({ ...repeat, ...said })).toBeNull();
  });
});
