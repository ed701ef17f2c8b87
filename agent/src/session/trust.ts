import { X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { AssayError, CA_PATH, pinOf } from '@assay/shared';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 16 * 1024;

/**
 * Fetches the collector's CA and believes it only when its key matches the pin: the one request that is made
 * before anything can be verified, and nothing but the pinned certificate is taken from it.
 * @returns PEM
 * @throws AssayError `collector_unreachable` or `ca_pin_mismatch`
 */
export async function fetchPinnedCa(url: string, pin: string): Promise<string> {
  const pem = await fetchUnverified(new URL(CA_PATH, url));
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch (cause) {
    throw new AssayError('ca_pin_mismatch', `${url} gives out no CA certificate; is it an Assay collector?`, {
      cause,
    });
  }
  if (!certificate.ca || pinOf(certificate) !== pin) {
    throw new AssayError(
      'ca_pin_mismatch',
      `the CA of ${url} is not the one that the join string pins: ask for a new join string, and find out what answers at this address`,
    );
  }
  return certificate.toString();
}

function fetchUnverified(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(unreachable(url.origin, cause));
    const request = get(url, { rejectUnauthorized: false, timeout: TIMEOUT_MS }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        return fail(new Error(`${CA_PATH} answered ${response.statusCode}`));
      }
      let text = '';
      response.setEncoding('latin1');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MAX_BYTES) response.destroy(new Error(`${CA_PATH} is larger than a certificate`));
      });
      response.on('end', () => resolve(text));
      response.on('error', fail);
    });
    request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    request.on('error', fail);
  });
}

export const unreachable = (origin: string, cause: Error): AssayError =>
  new AssayError('collector_unreachable', `cannot reach ${origin}: ${cause.message}`, { cause });
