import { type EdrAttestation, readZtaClaims } from '@assay/shared';
import { told } from './product-health.ts';

/** What such a token says by itself, before it is held against anything. */
export type Statement = Omit<EdrAttestation, 'agrees' | 'contradicts'>;

/** JWS algorithms (RFC 7518 §3.1, RFC 8037) by which only the vendor can have signed. */
const ASYMMETRIC = /^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$/;

/**
 * Reads CrowdStrike's Zero Trust Assessment: one signed JWT, written where the tenant has it switched on. Its
 * signature is not verified here: the vendor's keys are not a device's to know, the token is passed on as it is.
 * @returns undefined for what is not a JWT signed by a private key
 */
export function parseZta(text: string): Statement | undefined {
  const token = text.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return undefined;
  const [header, claims] = token.split('.', 2).map(parsePart);
  const algorithm = toShortText(header?.alg);
  if (!claims || algorithm === undefined || !ASYMMETRIC.test(algorithm)) return undefined;
  // Whose customer it is stays in the token, and since when it holds is one time here.
  const { customer: _, begins_at_ms: __, ...said } = readZtaClaims(claims);
  return {
    product: 'crowdstrike-falcon',
    source: 'edr:crowdstrike',
    format: 'crowdstrike_zta',
    token,
    algorithm,
    ...told({ key_id: toShortText(header?.kid) }),
    ...said,
  };
}

function parsePart(part: string): Record<string, unknown> | undefined {
  try {
    return toObject(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

const toObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

const toShortText = (value: unknown) =>
  typeof value === 'string' && /^[\x20-\x7e]{1,128}$/.test(value) ? value : undefined;
