import { readFileSync } from 'node:fs';
import { AssayError } from '@assay/shared';
import type { Logger } from 'pino';
import type { Vendors } from '../verify/attestation.ts';
import { parseKeySet } from '../verify/key-set.ts';

/** What an administrator gives so that statements which CrowdStrike signed can be verified. */
export interface GivenCrowdstrike {
  /** File with their public keys, a JWK set. Nothing is fetched: whoever keeps it new replaces the file. */
  keysFile: string;
  /** Our customer id (CID); null: devices of any customer. */
  customer: string | null;
}

/** @throws AssayError `vendor_keys_unusable`, naming the file */
export function loadVendors(given: GivenCrowdstrike | null): Vendors {
  if (!given) return {};
  const { keysFile, customer } = given;
  try {
    return { 'edr:crowdstrike': { keys: parseKeySet(readFileSync(keysFile, 'utf8')), customer } };
  } catch (cause) {
    throw new AssayError('vendor_keys_unusable', `cannot use ${keysFile}: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** The keys in use. */
export interface VendorKeys {
  readonly vendors: Vendors;
  /** Reads them anew; those that cannot be used leave the old ones in place. */
  look(): void;
  stop(): void;
}

const LOOK_EVERY_MS = 3_600_000;

/**
 * Reads the keys now, every hour, and whenever the process gets SIGHUP.
 * @throws AssayError `vendor_keys_unusable`
 */
export function openVendorKeys(given: GivenCrowdstrike | null, log: Logger): VendorKeys {
  let vendors = loadVendors(given);
  function look(): void {
    try {
      vendors = loadVendors(given);
    } catch (error) {
      log.error({ err: error }, "a vendor's new keys cannot be used; the old ones stay");
    }
  }
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  process.on('SIGHUP', look);
  return {
    get vendors() {
      return vendors;
    },
    look,
    stop() {
      clearInterval(timer);
      process.off('SIGHUP', look);
    },
  };
}
