/** The kind of token that a Zero Trust Assessment is; CrowdStrike's other tokens are signed by the same keys. */
export const ZTA_TYPE = 'crowdstrike-zta+jwt';

/** What a Zero Trust Assessment says of a device; what is missing or of another shape in it is left out. */
export interface ZtaClaims {
  /** Scores of 0 to 100. */
  overall?: number;
  os?: number;
  sensor_config?: number;
  /** The sensor's own id of the device. */
  device_id?: string;
  serial?: string;
  /** The vendor's number of the customer. */
  customer?: string;
  /** Milliseconds since 1970 UTC. */
  issued_at_ms?: number;
  begins_at_ms?: number;
  expires_at_ms?: number;
}

/**
 * Reads the claims of CrowdStrike's token, signed or not: the agent quotes them, the collector holds the quotes
 * against what was signed. Paths and scores are known, names of single claims recalled: they are in here alone.
 */
export function readZtaClaims(claims: Readonly<Record<string, unknown>>): ZtaClaims {
  const assessment = toObject(claims.assessment);
  const read = {
    overall: toScore(assessment.overall),
    os: toScore(assessment.os),
    sensor_config: toScore(assessment.sensor_config),
    device_id: toShortText(claims.sub),
    serial: toShortText(claims.serial_number),
    customer: toShortText(claims.cid),
    issued_at_ms: toMilliseconds(claims.iat),
    begins_at_ms: toMilliseconds(claims.nbf),
    expires_at_ms: toMilliseconds(claims.exp),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as ZtaClaims;
}

const toObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const toScore = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100 ? value : undefined;

const toShortText = (value: unknown) =>
  typeof value === 'string' && /^[\x20-\x7e]{1,128}$/.test(value) ? value : undefined;

/** A NumericDate of RFC 7519 §2: seconds, which may have a fraction. */
const toMilliseconds = (value: unknown) =>
  typeof value === 'number' && value > 0 && value < 1e11 ? Math.floor(value * 1000) : undefined;
