import { X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { AssayError, CA_PATH, pinOf } from '@assay/shared';
import { toFailure } from './failure.ts';
import type { Endpoint } from './peer.ts';
import { createAgent } from './proxy.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 16 * 1024;

/**
 * Fetches the collector's CA and believes it only when its key matches the pin: the one request that is made
 * before anything can be verified, and nothing but the pinned certificate is taken from it.
 * @returns PEM
 * @throws AssayError `collector_unreachable`, `proxy_failed` or `ca_pin_mismatch`
 */
export async function fetchPinnedCa(url: string, pin: string, proxy: URL | null): Promise<string> {
  const pem = await fetchUnverified({ url, proxy });
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

function fetchUnverified({ url, proxy }: Pick<Endpoint, 'url' | 'proxy'>): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => void toFailure(cause, { url, proxy, caPem: null }).then(reject);
    const options = { agent: createAgent(proxy), rejectUnauthorized: false, timeout: TIMEOUT_MS };
    const request = get(new URL(CA_PATH, url), options, (response) => {
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
