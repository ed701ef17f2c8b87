import type { EdrAttestation } from '@assay/shared';
import { ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { told } from './product-health.ts';

const MAX_TOKEN_BYTES = 8 * 1024;

/** CrowdStrike's signed word on this device, where the tenant has it written; it is passed on as it is. */
export async function readZeroTrustAssessment(
  files: Files,
  path: string,
): Promise<EdrAttestation | undefined> {
  const text = await ifReadable(files.readText(path, MAX_TOKEN_BYTES));
  return text === undefined ? undefined : parseZta(text);
}

/**
 * Reads what such a token says, without verifying it: the collector has to.
 * @returns undefined for what is not a signed JWT
 */
export function parseZta(text: string): EdrAttestation | undefined {
  const token = text.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return undefined;
  const claims = toObject(parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')));
  if (!claims) return undefined;
  const assessment = toObject(claims.assessment) ?? {};
  return {
    product: 'crowdstrike-falcon',
    format: 'crowdstrike_zta',
    token,
    ...told({
      overall: toScore(assessment.overall),
      os: toScore(assessment.os),
      sensor_config: toScore(assessment.sensor_config),
      device_id: toShortText(claims.sub),
      serial: toShortText(claims.serial_number),
      expires_at_ms: toMilliseconds(claims.exp),
    }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const toObject = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;

const toScore = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100
    ? (value as number)
    : undefined;

const toShortText = (value: unknown) =>
  typeof value === 'string' && /^[\x20-\x7e]{1,128}$/.test(value) ? value : undefined;

const toMilliseconds = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < 1e11
    ? (value as number) * 1000
    : undefined;
