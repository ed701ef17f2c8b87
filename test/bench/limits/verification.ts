import { createPublicKey, sign, verify } from 'node:crypto';
import { preAuthEncode } from '../../../shared/src/envelope/pae.ts';
import { simulateDevice } from '../../simulator/device.ts';
import { deriveKey } from '../../simulator/device-key.ts';
import { signalsOf } from '../../simulator/posture/signals.ts';
import { createReportTemplate } from '../../simulator/report-template.ts';

/** Signature verification alone: `crypto.verify` over the bytes of the fleet's own reports, with its keys at hand. */
export interface VerificationLimit {
  /** CPU of one, µs: synchronous, on one thread. */
  cpuUs(): number;
  /** How many a second the whole machine verifies, on the thread pool. */
  perSecond(): Promise<number>;
}

const KEYS = 256;
const SAMPLE_MS = 700;
/** As many on the pool at once as keep every core busy. */
const IN_FLIGHT = 32;
const ENCODING = 'ieee-p1363';

export function createVerificationLimit(seed: number): VerificationLimit {
  const signed = Array.from({ length: KEYS }, (_, index) => {
    const device = simulateDevice(seed, index);
    const template = createReportTemplate(signalsOf(device, device.ailments, 0));
    const head = {
      deviceId: device.id,
      number: 1,
      nonce: new Uint8Array(32),
      bootId: 'boot',
      createdAt: Date.now(),
    };
    const bytes = preAuthEncode('report', template.encode(head, Date.now()));
    const secret = deriveKey(seed, index);
    return {
      bytes,
      signature: sign('sha256', bytes, { key: secret, dsaEncoding: ENCODING }),
      key: { key: createPublicKey(secret), dsaEncoding: ENCODING } as const,
    };
  });
  let next = 0;
  const take = () => signed[next++ % KEYS] as (typeof signed)[number];

  return {
    cpuUs() {
      const until = performance.now() + SAMPLE_MS;
      const before = process.cpuUsage();
      let count = 0;
      for (; performance.now() < until; count += 1) {
        const { bytes, key, signature } = take();
        if (!verify('sha256', bytes, key, signature)) throw new Error('a right signature was refused');
      }
      const { user, system } = process.cpuUsage(before);
      return (user + system) / count;
    },
    perSecond() {
      const startedAt = performance.now();
      let count = 0;
      let open = 0;
      return new Promise((resolve) => {
        const one = () => {
          open += 1;
          const { bytes, key, signature } = take();
          verify('sha256', bytes, key, signature, () => {
            count += 1;
            open -= 1;
            if (performance.now() - startedAt < SAMPLE_MS) one();
            else if (open === 0) resolve((count * 1000) / (performance.now() - startedAt));
          });
        };
        for (let i = 0; i < IN_FLIGHT; i += 1) one();
      });
    },
  };
}
