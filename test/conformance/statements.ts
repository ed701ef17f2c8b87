import { encodeEnrollment, encodeHello, encodeReport, type Signals } from '@assay/shared';

// The statements of the vectors: fixed for ever, short, and together of every status and kind of field.

const NOON = Date.UTC(2026, 0, 5, 12);

export const NONCE = Buffer.alloc(32, 0x11);
export const COLLECTOR_ID = '3f0c1b52-6a55-4d0a-8d1e-0b8f7b1f4c01';
export const DEVICE_ID = '0199a4de-0000-7000-8000-000000000001';
export const BOOT_ID = '5b7f3c1e-9d2a-4f60-8a11-c0ffee000001';

export const hello = (): Uint8Array =>
  encodeHello({
    deviceId: DEVICE_ID,
    nonce: NONCE,
    collectorId: COLLECTOR_ID,
    agentVersion: '0.1.0',
    bootId: BOOT_ID,
    lastReport: null,
    trial: false,
  });

const signals: Signals = {
  os: {
    status: 'ok',
    observedAt: NOON,
    value: {
      id: 'debian',
      name: 'Debian GNU/Linux 13 (trixie)',
      version: '13',
      id_like: [],
      arch: 'x86_64',
      kernel: '6.12.48-amd64',
    },
  },
  firewall: { status: 'ok', observedAt: NOON, value: { enabled: true, backend: 'nftables', evidence: [] } },
  tpm: { status: 'absent', observedAt: NOON, detail: 'no /sys/class/tpm/tpm0' },
  secure_boot: {
    status: 'unknown',
    observedAt: NOON,
    reason: 'permission',
    detail: 'efivars cannot be read',
  },
};

export const report = (): Uint8Array =>
  encodeReport({
    deviceId: DEVICE_ID,
    number: 42,
    nonce: NONCE,
    bootId: BOOT_ID,
    createdAt: NOON,
    lost: null,
    signals,
  });

export const enrollment = (publicKey: Uint8Array): Uint8Array =>
  encodeEnrollment({
    nonce: NONCE,
    collectorId: COLLECTOR_ID,
    token: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
    publicKey,
    keyStorage: 'file',
    platform: 'linux',
    hardware: { hostname: 'ada-laptop', virtual: false, memory_bytes: 16_000_000_000, problems: [] },
    agentVersion: '0.1.0',
  });
