import type { Signer } from '@assay/shared';
import type { PrivateDir } from '../state/private-dir.ts';
import { loadKeyFile, makeKeyFile, NEXT_KEY_FILE, promoteKeyFile } from './file-key.ts';

/**
 * The device's key, and while it is being replaced the next one. The next key is on disk before the collector hears of
 * it, and the old one stays until the collector has said that it knows the next: whenever the agent is killed, one
 * of the two opens the next session. See Rotation in proto/assay/v1/enrollment.proto.
 */
export interface DeviceKeys {
  /** Signs with the key that is in use at that moment. */
  readonly signer: Signer;
  /** The next key, while it is not in use: the collector doesn't know it yet. */
  readonly next: Signer | null;
  /** Makes the next key durable; the one that waits already is used again. */
  prepare(): Signer;
  /** The collector knows the key in use, or `next` from now on: the old one goes. */
  accepted(keyId: Uint8Array): void;
  /** The collector doesn't know the key in use. True: there is an older one, in use from now on. */
  refused(): boolean;
}

/** @throws AssayError `state_unreadable` when there is no key, or `state_unsafe` */
export function openDeviceKeys(dir: PrivateDir): DeviceKeys {
  let current = loadKeyFile(dir);
  let next = loadKeyFile(dir, NEXT_KEY_FILE, null);
  // Whoever waits may be known already: the acknowledgement is what gets lost.
  let active = next ?? current;
  const signer: Signer = {
    get publicKey() {
      return active.publicKey;
    },
    get storage() {
      return active.storage;
    },
    sign: (bytes) => active.sign(bytes),
  };
  return {
    signer,
    get next() {
      return active === next ? null : next;
    },
    prepare() {
      next ??= makeKeyFile(dir, NEXT_KEY_FILE);
      return next;
    },
    accepted(keyId) {
      if (!next?.publicKey.keyId.equals(keyId)) return;
      promoteKeyFile(dir);
      current = next;
      active = next;
      next = null;
    },
    refused() {
      if (active !== next) return false;
      active = current;
      return true;
    },
  };
}
