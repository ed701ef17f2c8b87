import {
  AssayError,
  type CollectorMessage,
  type DeviceAssessment,
  type ErrorCode,
  encodeHello,
  type Signer,
  signEnvelope,
  VERSION,
} from '@assay/shared';
import { connect } from '../session/connection.ts';
import type { Endpoint } from '../session/peer.ts';
import type { Identity } from '../state/agent-state.ts';
import { failed, type Outcome, ok, skipped } from './finding.ts';

/** What the collector answered to a hello that only asks. */
export interface Answer {
  /** Null: let in. */
  error: AssayError | null;
  assessment: DeviceAssessment | null;
  /** The collector's clock less ours, ms; null: it didn't get to tell. */
  ahead: number | null;
}

/** Asks the collector whether it would let this device in; opens no session, so a running agent stays connected. */
export async function askToBeLetIn(
  endpoint: Endpoint,
  identity: Identity,
  signer: Signer,
  now: () => number,
): Promise<Answer> {
  const answer: Answer = { error: null, assessment: null, ahead: null };
  let welcomed = false;
  let failure: AssayError | null = null;
  const startedAt = now();
  const connection = connect(endpoint, (message, { send, close }) => {
    if (message.type === 'challenge') {
      // Half of the way there and back is the best guess of how old the collector's time is.
      answer.ahead = message.collectorTime - (startedAt + now()) / 2;
      sign(message, identity, signer).then(
        (envelope) => send({ type: 'hello', envelope }),
        (error) => {
          failure = error;
          close();
        },
      );
    } else if (message.type === 'welcome') {
      welcomed = true;
      answer.assessment = message.assessment;
    }
  });
  const ending = await connection.ended;
  if (welcomed) return answer;
  const silent = new AssayError('collector_unreachable', 'the collector closed without an answer');
  return { ...answer, error: failure ?? ending?.error ?? silent };
}

async function sign(
  { nonce, collectorId }: CollectorMessage & { type: 'challenge' },
  identity: Identity,
  signer: Signer,
) {
  if (collectorId !== identity.collectorId) {
    throw new AssayError('challenge_mismatch', 'this collector is not the one that the device enrolled with');
  }
  const { deviceId } = identity;
  const about = { agentVersion: VERSION, bootId: 'doctor', lastReport: null, trial: true };
  return signEnvelope('hello', encodeHello({ deviceId, nonce, collectorId, ...about }), signer);
}

const ENROLL = 'enroll it again with a new join string';
const REMEDIES: { [C in ErrorCode]?: string } = {
  device_revoked: `ask IT why; once they agree, ${ENROLL}`,
  device_unenrolled: ENROLL,
  device_unknown: `the collector has lost its data, or is another one: ${ENROLL}`,
  key_retired: 'this is an old copy of the disk: use the newer one, or enroll again',
  signature_invalid: `the key is not this device's: ${ENROLL}`,
  challenge_mismatch: `find out which collector answers at this address, or ${ENROLL}`,
  draining: 'wait a minute: the collector is restarting',
  store_unavailable: 'the collector can not store reports: its administrator must look at its disk',
};

export function examineSession({ error, assessment }: Answer): Outcome {
  if (error) {
    return failed(
      error.code,
      error.message,
      REMEDIES[error.code] ?? 'the message says why; the collector logs it too',
    );
  }
  // The collector's word for what keeps the device itself from being trusted; see its assess/explain.ts.
  const restriction = assessment?.findings.find(({ check }) => check === 'enrollment');
  if (restriction) {
    const { title, explain, remedy } = restriction;
    return failed('device_restricted', `let in, but not trusted: ${title}; ${explain}`, remedy);
  }
  const verdict = assessment ? `score ${assessment.score}, ${assessment.tier}` : 'not judged yet';
  return ok('accepted', `the collector lets this device in: ${verdict}`);
}

const TOLERATED_MS = 5 * 60_000;

/** @param ahead the collector's clock less ours, ms; null: nobody told a time */
export function examineClock(ahead: number | null): Outcome {
  if (ahead === null) return skipped('no_time', 'nobody told the time');
  const words = `${inWords(Math.abs(ahead))} ${ahead > 0 ? 'behind' : 'ahead of'} the collector's`;
  if (Math.abs(ahead) <= TOLERATED_MS) return ok('clock_right', `this computer's clock is ${words}`);
  return failed(
    'clock_wrong',
    `this computer's clock is ${words}`,
    'let it be set over the network (NTP); reports still count, but certificates may seem expired or not valid yet',
  );
}

function inWords(ms: number): string {
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
