import type { Commit, Evidence } from '../report-log.ts';

/** What a report leaves behind that repeats the one before, where nothing but times moved. */
export interface Repeat {
  deviceId: string;
  at: number;
  evidence: Evidence;
  times: { assessedAt: number; validUntil: number; nextLookAt: number | null };
  lookAt: number | null;
}

/** Null: the commit says more. */
export function toRepeat(commit: Commit): Repeat | null {
  const { deviceId, at, evidence, assessment, isRestated, change, lookAt } = commit;
  const { identity, agentVersion, isNewPosture, lifecycle, events = [], deliveries } = commit;
  if (!evidence || !isRestated || change || identity || agentVersion !== null) return null;
  if (isNewPosture || lifecycle || events.length > 0 || deliveries.length > 0) return null;
  return { deviceId, at, evidence, times: assessment, lookAt };
}

// Each: its numbers, the lengths of what follows, then the bytes themselves.
const NUMBERS = 7;
const LENGTHS = 4;
const HEAD_BYTES = NUMBERS * 8 + LENGTHS * 4;

const sizeOf = ({ deviceId, evidence: { payload, keyId, signature } }: Repeat): number =>
  HEAD_BYTES + deviceId.length + payload.length + keyId.length + signature.length;

/**
 * Many of them in one row of bytes of its own, so that it is handed to another thread without a copy: cloned as objects,
 * each would cost more than writing it down.
 */
export function packRepeats(repeats: readonly Repeat[]): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(new ArrayBuffer(repeats.reduce((sum, repeat) => sum + sizeOf(repeat), 0)));
  let at = 0;
  for (const { deviceId, at: receivedAt, evidence, times, lookAt } of repeats) {
    const { number, payload, keyId, signature, isRepetition } = evidence;
    at = bytes.writeDoubleLE(receivedAt, at);
    at = bytes.writeDoubleLE(number, at);
    at = bytes.writeDoubleLE(times.assessedAt, at);
    at = bytes.writeDoubleLE(times.validUntil, at);
    at = bytes.writeDoubleLE(times.nextLookAt ?? Number.NaN, at);
    at = bytes.writeDoubleLE(lookAt ?? Number.NaN, at);
    at = bytes.writeDoubleLE(isRepetition ? 1 : 0, at);
    at = bytes.writeUInt32LE(deviceId.length, at);
    at = bytes.writeUInt32LE(payload.length, at);
    at = bytes.writeUInt32LE(keyId.length, at);
    at = bytes.writeUInt32LE(signature.length, at);
    at += bytes.write(deviceId, at, 'latin1');
    for (const part of [payload, keyId, signature]) {
      bytes.set(part, at);
      at += part.length;
    }
  }
  return bytes;
}

/** @returns views of `packed`, not copies */
export function unpackRepeats(packed: Uint8Array): Repeat[] {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const repeats: Repeat[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = at;
    const number = (index: number) => bytes.readDoubleLE(head + index * 8);
    const length = (index: number) => bytes.readUInt32LE(head + NUMBERS * 8 + index * 4);
    const orNull = (value: number) => (Number.isNaN(value) ? null : value);
    at += HEAD_BYTES;
    const take = (count: number) => {
      at += count;
      return bytes.subarray(at - count, at);
    };
    const deviceId = take(length(0)).toString('latin1');
    const [payload, keyId, signature] = [take(length(1)), take(length(2)), take(length(3))] as const;
    repeats.push({
      ...{ deviceId, at: number(0) },
      evidence: { number: number(1), payload, keyId, signature, isRepetition: number(6) === 1 },
      times: { assessedAt: number(2), validUntil: number(3), nextLookAt: orNull(number(4)) },
      lookAt: orNull(number(5)),
    });
  }
  return repeats;
}
