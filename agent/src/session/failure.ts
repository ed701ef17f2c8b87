import { AssayError } from '@assay/shared';
import { type Endpoint, lookAtPeer, nameCa } from './peer.ts';
import { nameOf } from './proxy.ts';

/** What Node's sockets, TLS and proxy tunnels say of a failure. */
export type NetworkError = Error & { code?: string; statusCode?: number };

const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const WRONG_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';
// OpenSSL's verification errors, as Node names them (tls documentation, "X509 certificate error codes").
const UNTRUSTED =
  /^(UNABLE_TO_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;

/** Whether it is the certificate that was not believed. */
const isCertificateProblem = (code: string | undefined): boolean => UNTRUSTED.test(code ?? '');

/** What is wrong with a certificate, and what to do; `seen` is what was shown instead. */
export function explainCertificate(
  code: string,
  { url, caPem }: Endpoint,
  seen: { subject: string; issuer: string; topPin: string; validFrom: Date; validTo: Date } | null,
): string {
  if (OUT_OF_TIME.has(code)) {
    const times = seen
      ? ` is valid from ${seen.validFrom.toISOString()} to ${seen.validTo.toISOString()}, and`
      : '';
    return `the certificate of ${url}${times} is not valid by this computer's clock: set the clock, or renew the certificate`;
  }
  if (code === WRONG_NAME) {
    const whose = seen ? `, but ${seen.subject}` : '';
    return `the certificate of ${url} is not for that name${whose}: use the address that the certificate names`;
  }
  const shown = seen ? `issued by "${seen.issuer}" (pin ${seen.topPin})` : 'of another issuer';
  const expected = caPem === null ? "one of a CA in the system's store" : `the pinned CA "${nameCa(caPem)}"`;
  return `the certificate of ${url} is ${shown}, expected is ${expected}: something in between opens TLS, or the collector has another CA now; exempt the address from TLS inspection, or enroll anew. Nothing was sent`;
}

/** The coded error for what kept a connection from being made. Looks at the other side again where TLS failed. */
export async function toFailure(cause: NetworkError, endpoint: Endpoint): Promise<AssayError> {
  const { url, proxy } = endpoint;
  if (isCertificateProblem(cause.code)) {
    const seen = await lookAtPeer(endpoint).catch(() => null);
    return new AssayError('certificate_untrusted', explainCertificate(cause.code ?? '', endpoint, seen), {
      cause,
    });
  }
  if (proxy && isProxyProblem(cause)) {
    return new AssayError(
      'proxy_failed',
      `the proxy ${nameOf(proxy)} does not lead to ${url}: ${inWords(cause)}`,
      {
        cause,
      },
    );
  }
  return unreachable(url, cause);
}

// With a proxy, every name and address that we look up and connect to ourselves is the proxy's.
const isProxyProblem = ({ code }: NetworkError): boolean =>
  /^(ERR_PROXY_|ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/.test(code ?? '');

/** What the proxy said. */
export function inWords({ code, statusCode, message }: NetworkError): string {
  if (statusCode === 407) return 'it wants a user and password: put them into HTTPS_PROXY (407)';
  if (code === 'ERR_PROXY_TUNNEL' && statusCode) return `it refuses to open a tunnel (${statusCode})`;
  return message;
}

/** @param origin of the collector */
export const unreachable = (origin: string, cause: Error): AssayError =>
  new AssayError('collector_unreachable', `cannot reach ${origin}: ${cause.message}`, { cause });
