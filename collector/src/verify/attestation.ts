import {
  type Edr,
  type EdrAttestation,
  type JudgedAttestation,
  readZtaClaims,
  type Signals,
  type Verification,
  ZTA_TYPE,
  type ZtaClaims,
} from '@assay/shared';
import { VENDOR_SKEW_MS } from '../assess/attested.ts';
import { verifyToken } from './json-web-signature.ts';
import type { KeySet } from './key-set.ts';

/** What the collector was told of a vendor that signs statements about devices. */
interface Vendor {
  keys: KeySet;
  /** Our number as a customer; null: any customer's devices count. */
  customer: string | null;
}

/** Vendors by the source that they are. */
export type Vendors = Readonly<Partial<Record<EdrAttestation['source'], Vendor>>>;

/** What a device is known by beside its reports. */
export interface KnownAs {
  serial: string | null;
}

/**
 * Pure. The signals with the collector's word on each statement that a vendor signed: whether it is signed, holds now,
 * is of this device, and says what the agent says that it says. What agents forward could be anybody's file.
 */
export function withVerification(signals: Signals, vendors: Vendors, device: KnownAs, now: number): Signals {
  const { edr } = signals;
  if (edr?.status !== 'ok' || !edr.value.attestations?.length) return signals;
  const { attestations } = edr.value;
  const found = attestations.map((one) =>
    verifyAttestation(one, vendors[one.source], idsOf(edr.value, one, signals, device), now),
  );
  return withVerifications(signals, found);
}

/** Pure. The signals with what was found of each statement, in their order: as they were judged once. */
export function withVerifications(signals: Signals, found: readonly Verification[] | undefined): Signals {
  const { edr } = signals;
  if (!found || edr?.status !== 'ok' || !edr.value.attestations) return signals;
  const judged = edr.value.attestations.map(
    ({ verification: _, verification_reason: __, ...said }: JudgedAttestation): JudgedAttestation => said,
  );
  const attestations = judged.map((one, i) => ({ ...one, ...found[i] }));
  return { ...signals, edr: { ...edr, value: { ...edr.value, attestations } } };
}

/** What was found of each statement in signals that were judged; undefined: there is none. */
export function verificationsIn({ edr }: Signals): readonly Verification[] | undefined {
  if (edr?.status !== 'ok' || !edr.value.attestations?.length) return undefined;
  return edr.value.attestations.map(
    ({ verification = 'unverified', verification_reason }: JudgedAttestation) => ({
      verification,
      ...(verification_reason === undefined ? {} : { verification_reason }),
    }),
  );
}

interface Ids {
  serial: string | undefined;
  agentId: string | undefined;
}

function idsOf({ products }: Edr, { product }: EdrAttestation, { hardware }: Signals, known: KnownAs): Ids {
  const reported = hardware?.status === 'ok' ? hardware.value.serial : undefined;
  return {
    serial: known.serial ?? reported,
    agentId: products.find((one) => one.product === product)?.device_id,
  };
}

const unverified = (verification_reason: string): Verification => ({
  verification: 'unverified',
  verification_reason,
});
const invalid = (verification_reason: string): Verification => ({
  verification: 'invalid',
  verification_reason,
});

function verifyAttestation(
  attestation: EdrAttestation,
  vendor: Vendor | undefined,
  ids: Ids,
  now: number,
): Verification {
  if (!vendor) return unverified("the collector was not given the vendor's keys");
  const signed = verifyToken(attestation.token, vendor.keys);
  if (signed.status === 'key_unknown') return unverified(`its key ${signed.keyId} is not among those given`);
  if (signed.status === 'not_signed') return invalid(signed.why);
  const claims = readZtaClaims(signed.claims);
  const wrong =
    wrongKind(signed.claims, signed.header) ??
    untimely(claims, now) ??
    ofAnother(claims, ids, vendor.customer) ??
    misquoted(claims, attestation);
  if (wrong !== null) return invalid(wrong);
  const missing = unboundBy(claims, ids);
  return missing === null ? { verification: 'verified' } : unverified(missing);
}

/**
 * What it would have to be held against. The sensor id is the agent's word alone, and could be copied together with the
 * statement: it counts only where the vendor names no serial number, which no two devices have without a conflict.
 */
function unboundBy({ serial, device_id }: ZtaClaims, ids: Ids): string | null {
  if (serial !== undefined)
    return ids.serial === undefined ? 'it names a serial number, and that of this device is not known' : null;
  return device_id !== undefined && ids.agentId !== undefined
    ? null
    : 'neither serial number nor sensor id of this device is known to hold it against';
}

const wrongKind = ({ typ }: Record<string, unknown>, header: Record<string, unknown>) =>
  typ === ZTA_TYPE || header.typ === ZTA_TYPE ? null : `it is not of the type ${ZTA_TYPE}`;

function untimely({ issued_at_ms, begins_at_ms, expires_at_ms }: ZtaClaims, now: number): string | null {
  if (expires_at_ms === undefined) return 'it does not say until when it holds';
  if (expires_at_ms <= now - VENDOR_SKEW_MS) return 'it has expired';
  const begins = [issued_at_ms ?? 0, begins_at_ms ?? 0];
  return begins.some((at) => at > now + VENDOR_SKEW_MS) ? 'it is from the future' : null;
}

function ofAnother(
  { device_id, serial, customer }: ZtaClaims,
  ids: Ids,
  ownCustomer: string | null,
): string | null {
  if (ownCustomer !== null && !isSame(customer ?? '', ownCustomer))
    return "it is of another customer's device";
  if (ids.serial !== undefined && serial !== undefined && !isSame(serial, ids.serial))
    return 'its serial number is of another device';
  if (ids.agentId !== undefined && device_id !== undefined && !isSame(device_id, ids.agentId))
    return 'its sensor id is of another device';
  return null;
}

const isSame = (theirs: string, ours: string) => theirs.toLowerCase() === ours.toLowerCase();

const QUOTED = [
  'overall',
  'os',
  'sensor_config',
  'device_id',
  'serial',
  'issued_at_ms',
  'expires_at_ms',
] as const;

/** What an agent says beside the token is what policies read: it has to be the token's. */
const misquoted = (signed: ZtaClaims, said: EdrAttestation): string | null =>
  QUOTED.some((field) => said[field] !== undefined && said[field] !== signed[field])
    ? 'it does not say what the agent says that it says'
    : null;
