import { type assay, wire } from '@assay/proto';
import { isPlatform, type Platform } from './device.ts';
import { AssayError } from './errors.ts';
import { fromObservations, toObservations } from './observations.ts';
import type { Hardware, Signals } from './signals.ts';

/** A signed snapshot of all signals by one agent, numbered per device key: the evidence. */
export interface Report {
  deviceId: string;
  /** 1 to 2^53 - 1, strictly increasing per device key. */
  number: number;
  /** Of the session's challenge, 32 bytes. */
  nonce: Uint8Array;
  bootId: string;
  /** Agent's clock, ms; informative. */
  createdAt: number;
  signals: Signals;
}

/** Opens a session. */
export interface Hello {
  deviceId: string;
  nonce: Uint8Array;
  collectorId: string;
  agentVersion: string;
  bootId: string;
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

export const NONCE_BYTES = 32;

export function encodeReport(report: Report): Uint8Array {
  return wire.Report.encode({
    device_id: report.deviceId,
    number: report.number,
    nonce: report.nonce,
    boot_id: report.bootId,
    created_at_ms: report.createdAt,
    signals: toObservations(report.signals),
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
    nonce: nonce('report.nonce', message.nonce),
    bootId: text('report.boot_id', message.boot_id, 64),
    createdAt: message.created_at_ms,
    signals: fromObservations(message.signals),
  };
}

export function encodeHello(hello: Hello): Uint8Array {
  return wire.Hello.encode({
    device_id: hello.deviceId,
    nonce: hello.nonce,
    collector_id: hello.collectorId,
    agent_version: hello.agentVersion,
    boot_id: hello.bootId,
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
    hardware: enrollment.hardware,
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
    hardware: wire.Hardware.toObject(message.hardware as assay.v1.Hardware, {
      defaults: true,
      arrays: true,
    }) as Hardware,
    agentVersion: text('enrollment.agent_version', message.agent_version, 64),
  };
}

function decodeMessage<T>(what: string, type: { decode(bytes: Uint8Array): T }, payload: Uint8Array): T {
  try {
    return type.decode(payload);
  } catch (cause) {
    throw new AssayError('frame_malformed', `the signed ${what} is not the protobuf message it should be`, {
      cause,
    });
  }
}

function text(field: string, value: string, maxLength: number): string {
  if (value.length === 0 || value.length > maxLength) throw malformed(field, `1 to ${maxLength} characters`);
  return value;
}

function nonce(field: string, value: Uint8Array): Uint8Array {
  if (value.length !== NONCE_BYTES) throw malformed(field, `${NONCE_BYTES} bytes`);
  return value;
}

const malformed = (field: string, expected: string) =>
  new AssayError('frame_malformed', `${field}: expected ${expected}`);
