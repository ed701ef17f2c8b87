import {
  type AgentMessage,
  type CollectorMessage,
  type Envelope,
  encodeAgentFrame,
  encodeCollectorFrame,
} from '@assay/shared';
import { type EnvelopeVectors, hex } from './envelope-vectors.ts';
import { COLLECTOR_ID, DEVICE_ID, NONCE } from './statements.ts';

/** Bytes are lower-case hex. Exactly one of `message`, `error` and `passed_over` is there. */
export interface FrameVector {
  name: string;
  sender: 'agent' | 'collector';
  frame: string;
  /** What it means, in the words of shared/src/frames.ts. */
  message?: unknown;
  /** The code it is refused with. */
  error?: string;
  /** A message type that only a newer collector knows: an agent goes on. */
  passed_over?: true;
}

export interface FrameVectors {
  about: string;
  frames: FrameVector[];
}

const ABOUT =
  'Golden frames: one WebSocket message each, with what it means. Bytes are hex. Envelopes are those of envelopes.json.';

/** Bytes as hex, so that a message can be written down. */
export const plain = (message: unknown): unknown =>
  JSON.parse(
    JSON.stringify(message, (_, value) =>
      value?.type === 'Buffer'
        ? Buffer.from(value.data).toString('hex')
        : value instanceof Uint8Array
          ? hex(value)
          : value,
    ),
  );

export function makeFrameVectors({ envelopes }: EnvelopeVectors): FrameVectors {
  const envelope = (name: string): Envelope => {
    const vector = envelopes.find((candidate) => candidate.name === name);
    if (!vector) throw new Error(`there is no envelope named ${name}`);
    const bytes = (text: string) => Buffer.from(text, 'hex');
    return {
      payload: bytes(vector.payload),
      keyId: bytes(vector.key_id),
      signature: bytes(vector.signature),
    };
  };
  const fromAgent = (name: string, message: AgentMessage): FrameVector => ({
    name,
    sender: 'agent',
    frame: hex(encodeAgentFrame(message)),
    message: plain(message),
  });
  const fromCollector = (name: string, message: CollectorMessage): FrameVector => ({
    name,
    sender: 'collector',
    frame: hex(encodeCollectorFrame(message)),
    message: plain(message),
  });
  const refused = (name: string, frame: string, error: string): FrameVector => ({
    name,
    sender: 'agent',
    frame,
    error,
  });
  const assessedAt = Date.UTC(2026, 0, 5, 12);
  const assessment = {
    score: 49,
    tier: 'untrusted',
    assessedAt,
    validUntil: assessedAt + 86_400_000,
    policy: 'sha256:00',
    findings: [
      {
        check: 'disk-encryption',
        title: 'The system disk is encrypted',
        outcome: 'fail',
        required: true,
        explain: 'The system volume is not encrypted.',
        remedy: 'Ask IT.',
        points: 30,
      },
    ],
  } as const;
  const digest = Buffer.alloc(32, 0x22);

  return {
    about: ABOUT,
    frames: [
      fromCollector('challenge', {
        type: 'challenge',
        nonce: NONCE,
        collectorTime: assessedAt,
        collectorId: COLLECTOR_ID,
      }),
      fromAgent('enroll', { type: 'enroll', envelope: envelope('enrollment, ES256') }),
      fromCollector('enrolled', { type: 'enrolled', deviceId: DEVICE_ID, state: 'active' }),
      fromAgent('hello', { type: 'hello', envelope: envelope('hello, ES256') }),
      fromCollector('welcome, no report yet', {
        type: 'welcome',
        sessionId: 'b1946ac9-2f4e-4b6a-9c1d-0a6f3a7c2e01',
        reportIntervalS: 60,
        fullReportIntervalS: 3600,
        lastReportNumber: 0,
        assessment: null,
      }),
      fromAgent('report', { type: 'report', envelope: envelope('report, ES256') }),
      fromCollector('ack of a report', {
        type: 'ack',
        reportNumber: 42,
        assessment: { ...assessment, findings: [...assessment.findings] },
      }),
      fromCollector('ack with excuses and fixes', {
        type: 'ack',
        reportNumber: 43,
        assessment: {
          ...assessment,
          findings: [
            ...assessment.findings,
            {
              check: 'firewall',
              title: 'The firewall is on',
              outcome: 'fail',
              required: false,
              explain: 'The firewall is off.',
              remedy: 'Turn it on.',
              points: 0,
              excuse: 'grace',
              excusedUntil: assessedAt + 3_600_000,
            },
          ],
          forIt: 1,
          fixes: [{ tier: 'limited', score: 79, checks: ['disk-encryption'], forIt: 1 }],
        },
      }),
      fromAgent('unchanged', { type: 'unchanged', reportNumber: 42, digest }),
      fromCollector('ack of an Unchanged', { type: 'ack', reportNumber: 42, assessment: null }),
      fromCollector('command', { type: 'command', command: 'recheck' }),
      fromCollector('refusal', {
        type: 'refusal',
        code: 'report_number_repeated',
        message: 'expected a report number above 42, got 42',
        retryAfterS: 0,
        retry: false,
      }),
      { name: 'a type of a newer collector', sender: 'collector', frame: 'fa0100', passed_over: true },
      refused('a type that the collector does not know', 'fa0100', 'frame_unexpected'),
      refused('no bytes', '', 'frame_unexpected'),
      refused('no protobuf', 'ff'.repeat(16), 'frame_malformed'),
      refused('a length beyond the frame', '1aff01', 'frame_malformed'),
    ],
  };
}
