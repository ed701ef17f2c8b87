import { type assay, wire } from '@assay/proto';
import { isPlatform, type Platform } from './device.ts';
import { fromMessage, fromObservations, toMessage, toObservations } from './observations.ts';
import type { Hardware, Signals } from './signals.ts';
import { bytes, DIGEST_BYTES, decodeMessage, malformed, nonce, text } from './statement-fields.ts';

/** A signed snapshot of all signals by one agent, numbered per device key: the evidence. */
export interface Report {
  deviceId: string;
  /** 1 to 2^53 - 1, strictly increasing per device key. */
  number: number;
  /** Of the session's challenge, 32 bytes; empty when it was made while offline. */
  nonce: Uint8Array;
  bootId: string;
  /** Agent's clock, ms; informative. */
  createdAt: number;
  signals: Signals;
  /** Null: nothing was ever lost. */
  lost: Lost | null;
}

/** Reports that never arrive, by what became of them: totals since enrollment, which only grow. */
export interface Lost {
  full: number;
  expired: number;
  damaged: number;
  refused: number;
  unwritten: number;
}

/** Opens a session. */
export interface Hello {
  deviceId: string;
  nonce: Uint8Array;
  collectorId: string;
  agentVersion: string;
  bootId: string;
  /** The last report the agent signed; null: it never signed one. */
  lastReport: LastReport | null;
  /** Asks whether it would be let in, and opens no session. */
  trial: boolean;
}

/** A report by its number and the SHA-256 of its payload. */
export interface LastReport {
  number: number;
  digest: Uint8Array;
}

/** Asks for a device id, signed with the very key it carries: proof of possession. */
export interface Enrollment {
  nonce: Uint8Array;
  collectorId: string;
  token: string;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array;
  keyStorage: string;
  platform: Platform;
  hardware: Hardware;
  agentVersion: string;
}

export function encodeReport(report: Report): Uint8Array {
  return wire.Report.encode({
    device_id: report.deviceId,
    number: report.number,
    nonce: report.nonce,
    boot_id: report.bootId,
    created_at_ms: report.createdAt,
    signals: toObservations(report.signals),
    lost: report.lost,
  }).finish();
}

/** @throws AssayError `frame_malformed`, naming the field */
export function decodeReport(payload: Uint8Array): Report {
  const message = decodeMessage('report', wire.Report, payload);
  if (!Number.isSafeInteger(message.number) || message.number < 1)
    throw malformed('report.number', 'a positive integer');
  return {
    deviceId: text('report.device_id', message.device_id, 64),
    number: message.number,
    nonce: message.nonce.length === 0 ? message.nonce : nonce('report.nonce', message.nonce),
    bootId: text('report.boot_id', message.boot_id, 64),
    createdAt: message.created_at_ms,
    signals: fromObservations(message.signals),
    lost: message.lost
      ? (wire.Lost.toObject(message.lost as assay.v1.Lost, { defaults: true }) as Lost)
      : null,
  };
}

export function encodeHello(hello: Hello): Uint8Array {
  return wire.Hello.encode({
    device_id: hello.deviceId,
    nonce: hello.nonce,
    collector_id: hello.collectorId,
    agent_version: hello.agentVersion,
    boot_id: hello.bootId,
    last_report: hello.lastReport,
    trial: hello.trial,
  }).finish();
}

/** @throws AssayError `frame_malformed`, naming the field */
export function decodeHello(payload: Uint8Array): Hello {
  const message = decodeMessage('hello', wire.Hello, payload);
  return {
    deviceId: text('hello.device_id', message.device_id, 64),
    nonce: nonce('hello.nonce', message.nonce),
    collectorId: text('hello.collector_id', message.collector_id, 64),
    agentVersion: text('hello.agent_version', message.agent_version, 64),
    bootId: text('hello.boot_id', message.boot_id, 64),
    lastReport: lastReport(message.last_report),
    trial: message.trial,
  };
}

export function encodeEnrollment(enrollment: Enrollment): Uint8Array {
  return wire.Enrollment.encode({
    nonce: enrollment.nonce,
    collector_id: enrollment.collectorId,
    token: enrollment.token,
    public_key: enrollment.publicKey,
    key_storage: enrollment.keyStorage,
    platform: enrollment.platform,
    hardware: toMessage('hardware', enrollment.hardware),
    agent_version: enrollment.agentVersion,
  }).finish();
}

/** @throws AssayError `frame_malformed`, naming the field */
export function decodeEnrollment(payload: Uint8Array): Enrollment {
  const message = decodeMessage('enrollment', wire.Enrollment, payload);
  if (!isPlatform(message.platform)) throw malformed('enrollment.platform', 'linux, macos or windows');
  if (!message.hardware) throw malformed('enrollment.hardware', 'the hardware identity');
  return {
    nonce: nonce('enrollment.nonce', message.nonce),
    collectorId: text('enrollment.collector_id', message.collector_id, 64),
    token: text('enrollment.token', message.token, 100),
    publicKey: message.public_key,
    keyStorage: text('enrollment.key_storage', message.key_storage, 32),
    platform: message.platform,
    hardware: fromMessage('hardware', message.hardware) as Hardware,
    agentVersion: text('enrollment.agent_version', message.agent_version, 64),
  };
}

function lastReport(message: assay.v1.ILastReport | null | undefined): LastReport | null {
  if (!message) return null;
  const { number, digest } = message as assay.v1.LastReport;
  if (!Number.isSafeInteger(number) || number < 1)
    throw malformed('hello.last_report.number', 'a positive integer');
  return { number, digest: bytes('hello.last_report.digest', digest, DIGEST_BYTES) };
}
