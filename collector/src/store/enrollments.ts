import type { DeviceState, KeyAlgorithm, Platform } from '@assay/shared';
import type { Audited } from './audit.ts';
import type { Identity, OnConflict } from './devices.ts';

export interface EnrollmentToken {
  id: string;
  createdAt: number;
  expiresAt: number;
  uses: number;
  used: number;
  owner: string | null;
  groups: string[];
  /** Whether an administrator must approve each device. */
  approval: boolean;
  onConflict: OnConflict;
}

export interface NewDevice {
  id: string;
  tokenHash: Uint8Array;
  platform: Platform;
  identity: Identity;
  keyId: Uint8Array;
  publicKey: Uint8Array;
  keyAlgorithm: KeyAlgorithm;
  keyStorage: string;
  agentVersion: string;
  at: number;
}

export type EnrollResult =
  | {
      result: 'enrolled';
      id: string;
      state: DeviceState;
      /** Devices that the token lets this one take the place of. */
      replaces: string[];
    }
  | { result: 'token_unknown' | 'token_expired' | 'token_used_up' | 'key_already_enrolled' };

/** A key that a device was known by, with the envelope by which the key before vouches for it. */
export interface DeviceKey {
  keyId: Uint8Array;
  publicKey: Uint8Array;
  keyAlgorithm: KeyAlgorithm;
  keyStorage: string;
  since: number;
  retiredAt: number | null;
}

/** A new key for a device, with what proves it. */
interface KeyRotation {
  deviceId: string;
  oldKeyId: Uint8Array;
  key: Omit<DeviceKey, 'retiredAt'>;
  /** The signed rotation, so that the voucher can be checked again years later. */
  payload: Uint8Array;
  signature: Uint8Array;
}

export interface EnrollmentWrites {
  createEnrollmentToken(token: EnrollmentToken & { hash: Uint8Array } & Audited): Promise<void>;
  /** From now on nobody can enroll with it. False when there is none. */
  expireEnrollmentToken(input: { id: string; at: number } & Audited): Promise<boolean>;
  enroll(device: NewDevice): Promise<EnrollResult>;
  rotateKey(rotation: KeyRotation): Promise<'rotated' | 'key_already_enrolled'>;
}

export interface EnrollmentReads {
  enrollmentTokens(): Promise<EnrollmentToken[]>;
  deviceKeys(deviceId: string): Promise<DeviceKey[]>;
}
