import { type assay, wire } from '@assay/proto';
import type { DeviceAssessment } from './assessment.ts';
import { assessmentFromWire, assessmentToWire } from './assessment-wire.ts';
import { type DeviceState, isDeviceState } from './device.ts';
import type { Envelope } from './envelope/envelope.ts';
import { AssayError, isErrorCode } from './errors.ts';
import { LIMITS } from './limits.ts';

/** What an agent sends: one of these a frame. */
export type AgentMessage =
  | { type: 'enroll' | 'hello' | 'report' | 'rotate' | 'unenroll'; envelope: Envelope }
  | { type: 'unchanged'; reportNumber: number; digest: Uint8Array }
  | { type: 'history'; reports: Envelope[]; agentTime: number };

/** What a collector sends: one of these a frame. */
export type CollectorMessage =
  | { type: 'challenge'; nonce: Uint8Array; collectorTime: number; collectorId: string }
  | { type: 'enrolled'; deviceId: string; state: DeviceState }
  | {
      type: 'welcome';
      sessionId: string;
      reportIntervalS: number;
      fullReportIntervalS: number;
      lastReportNumber: number;
      assessment: DeviceAssessment | null;
    }
  | { type: 'ack'; reportNumber: number; assessment: DeviceAssessment | null }
  | { type: 'history_ack'; reportNumber: number }
  | { type: 'command'; command: 'recheck' | 'rotate_key' }
  | { type: 'rotated'; keyId: Uint8Array }
  | { type: 'unenrolled' }
  | { type: 'refusal'; code: string; message: string; retryAfterS: number; retry: boolean };

export function encodeAgentFrame(message: AgentMessage): Uint8Array {
  if (message.type === 'unchanged') {
    const unchanged = { report_number: message.reportNumber, digest: message.digest };
    return wire.AgentFrame.encode({ unchanged }).finish();
  }
  if (message.type === 'history') {
    const history = { reports: message.reports.map(envelopeToWire), agent_time_ms: message.agentTime };
    return wire.AgentFrame.encode({ history }).finish();
  }
  return wire.AgentFrame.encode({ [message.type]: envelopeToWire(message.envelope) }).finish();
}

/** @throws AssayError `frame_malformed` when it is no AgentFrame, `frame_unexpected` when its type is unknown */
export function decodeAgentFrame(bytes: Uint8Array): AgentMessage {
  const frame = decode('AgentFrame', wire.AgentFrame, bytes);
  const type = frame.frame;
  switch (type) {
    case 'enroll':
    case 'hello':
    case 'report':
    case 'rotate':
    case 'unenroll': {
      return { type, envelope: envelopeFromWire(frame[type] as assay.v1.Envelope) };
    }
    case 'unchanged': {
      const { report_number, digest } = frame.unchanged as assay.v1.Unchanged;
      return { type, reportNumber: report_number, digest };
    }
    case 'history': {
      const { reports, agent_time_ms } = frame.history as assay.v1.History;
      if (reports.length < 1 || reports.length > LIMITS.maxHistoryReports) {
        throw new AssayError(
          'frame_malformed',
          `history.reports: expected 1 to ${LIMITS.maxHistoryReports} reports`,
        );
      }
      const envelopes = reports.map((report) => envelopeFromWire(report as assay.v1.Envelope));
      return { type, reports: envelopes, agentTime: agent_time_ms };
    }
    default:
      throw new AssayError(
        'frame_unexpected',
        'expected enroll, hello, report, unchanged, history, rotate or unenroll, got an unknown message type',
      );
  }
}

const envelopeToWire = ({ payload, keyId, signature }: Envelope): assay.v1.IEnvelope => ({
  payload,
  key_id: keyId,
  signature,
});

const envelopeFromWire = ({ payload, key_id, signature }: assay.v1.Envelope): Envelope => ({
  payload,
  keyId: key_id,
  signature,
});

export function encodeCollectorFrame(message: CollectorMessage): Uint8Array {
  return wire.CollectorFrame.encode(toWire(message)).finish();
}

function toWire(message: CollectorMessage): assay.v1.ICollectorFrame {
  switch (message.type) {
    case 'challenge':
      return {
        challenge: {
          nonce: message.nonce,
          collector_time_ms: message.collectorTime,
          collector_id: message.collectorId,
        },
      };
    case 'enrolled':
      return { enrolled: { device_id: message.deviceId, state: message.state } };
    case 'rotated':
      return { rotated: { key_id: message.keyId } };
    case 'unenrolled':
      return { unenrolled: {} };
    case 'welcome':
      return {
        welcome: {
          session_id: message.sessionId,
          report_interval_s: message.reportIntervalS,
          full_report_interval_s: message.fullReportIntervalS,
          last_report_number: message.lastReportNumber,
          assessment: message.assessment && assessmentToWire(message.assessment),
        },
      };
    case 'ack':
      return {
        ack: {
          report_number: message.reportNumber,
          assessment: message.assessment && assessmentToWire(message.assessment),
        },
      };
    case 'history_ack':
      return { history_ack: { report_number: message.reportNumber } };
    case 'command':
      return { command: { [message.command]: {} } };
    case 'refusal':
      return {
        refusal: {
          code: message.code,
          message: message.message,
          retry_after_s: message.retryAfterS,
          retry: message.retry,
        },
      };
  }
}

/**
 * @returns null for a message type that only a newer collector knows: an agent passes over it
 * @throws AssayError `frame_malformed`
 */
export function decodeCollectorFrame(bytes: Uint8Array): CollectorMessage | null {
  const frame = decode('CollectorFrame', wire.CollectorFrame, bytes);
  if (frame.challenge) {
    const { nonce, collector_time_ms, collector_id } = frame.challenge as assay.v1.Challenge;
    return { type: 'challenge', nonce, collectorTime: collector_time_ms, collectorId: collector_id };
  }
  if (frame.enrolled) {
    const { device_id, state } = frame.enrolled as assay.v1.Enrolled;
    return { type: 'enrolled', deviceId: device_id, state: isDeviceState(state) ? state : 'active' };
  }
  if (frame.rotated) return { type: 'rotated', keyId: frame.rotated.key_id ?? new Uint8Array() };
  if (frame.unenrolled) return { type: 'unenrolled' };
  if (frame.welcome) {
    const welcome = frame.welcome as assay.v1.Welcome;
    return {
      type: 'welcome',
      sessionId: welcome.session_id,
      reportIntervalS: welcome.report_interval_s,
      fullReportIntervalS: welcome.full_report_interval_s,
      lastReportNumber: welcome.last_report_number,
      assessment: assessmentFromWire(welcome.assessment),
    };
  }
  if (frame.ack) {
    const ack = frame.ack as assay.v1.Ack;
    return { type: 'ack', reportNumber: ack.report_number, assessment: assessmentFromWire(ack.assessment) };
  }
  if (frame.history_ack) {
    const { report_number } = frame.history_ack as assay.v1.HistoryAck;
    return { type: 'history_ack', reportNumber: report_number };
  }
  if (frame.command?.recheck) return { type: 'command', command: 'recheck' };
  if (frame.command?.rotate_key) return { type: 'command', command: 'rotate_key' };
  if (frame.refusal) {
    const { code, message, retry_after_s, retry } = frame.refusal as assay.v1.Refusal;
    return { type: 'refusal', code, message, retryAfterS: retry_after_s, retry };
  }
  return null;
}

/** The error a refusal stands for, where its code is in our catalogue. */
export function toError(refusal: { code: string; message: string }): AssayError {
  return new AssayError(isErrorCode(refusal.code) ? refusal.code : 'internal', refusal.message);
}

function decode<T>(what: string, type: { decode(bytes: Uint8Array): T }, bytes: Uint8Array): T {
  try {
    return type.decode(bytes);
  } catch (cause) {
    throw new AssayError('frame_malformed', `expected a protobuf ${what}`, { cause });
  }
}
