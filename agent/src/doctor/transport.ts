import { explainCertificate, inWords, type NetworkError } from '../session/failure.ts';
import { type Endpoint, lookAtPeer, nameCa, type Peer } from '../session/peer.ts';
import { nameOf } from '../session/proxy.ts';
import { failed, NOT_REACHED, type Outcome, ok, skipped } from './finding.ts';

/** What the other side showed, or why nothing was to be seen. */
export type Look = { peer: Peer; error: null } | { peer: null; error: NetworkError };

export const look = (endpoint: Endpoint): Promise<Look> =>
  lookAtPeer(endpoint).then(
    (peer) => ({ peer, error: null }),
    (error) => ({ peer: null, error }),
  );

export function examineProxy({ error }: Look, { proxy, url }: Endpoint): Outcome {
  if (!proxy) return skipped('no_proxy', 'HTTPS_PROXY is not set, or NO_PROXY exempts the collector');
  const name = nameOf(proxy);
  if (error?.statusCode === 407) {
    return failed(
      'proxy_auth_required',
      `${name}: ${inWords(error)}`,
      'put user and password into HTTPS_PROXY: http://user:password@host:port',
    );
  }
  if (error?.code?.startsWith('ERR_PROXY_')) {
    return failed('proxy_refused', `${name}: ${inWords(error)}`, `let the proxy allow CONNECT to ${url}`);
  }
  return ok('tunnel_open', `${name} opens a tunnel to ${url}`);
}

const CERTIFICATE_CODES: { [code: string]: string } = {
  CERT_HAS_EXPIRED: 'certificate_expired',
  CERT_NOT_YET_VALID: 'certificate_not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_wrong_name',
};

/** Whether TLS is spoken, by a certificate that is for this address and of this time; by whom is `examinePin`'s. */
export function examineTls({ peer, error }: Look, endpoint: Endpoint): Outcome {
  if (error?.code?.startsWith('ERR_PROXY_')) return NOT_REACHED;
  if (error) {
    return failed(
      'tls_failed',
      `${endpoint.url} does not speak TLS as expected: ${error.message}`,
      "check that the address and port are the collector's, and that nothing in between blocks TLS",
    );
  }
  const code = CERTIFICATE_CODES[peer.problem ?? ''];
  const [found, remedy] = split(explainCertificate(peer.problem ?? '', endpoint, peer));
  return code
    ? failed(code, found, remedy)
    : ok('tls_spoken', `${peer.protocol}, certificate of ${peer.subject}`);
}

/** Whether the certificate comes from whom this agent trusts. */
export function examinePin({ peer }: Look, endpoint: Endpoint): Outcome {
  if (!peer || CERTIFICATE_CODES[peer.problem ?? '']) return NOT_REACHED;
  if (peer.problem === null) {
    const by =
      endpoint.caPem === null ? `a CA in the system's store: ${peer.issuer}` : nameCa(endpoint.caPem);
    return ok('trusted', `issued by ${by}`);
  }
  const [found, remedy] = split(explainCertificate(peer.problem, endpoint, peer));
  return failed('certificate_untrusted', found, remedy);
}

// One sentence says both, for errors; the doctor shows them apart.
function split(text: string): [found: string, remedy: string] {
  const at = text.lastIndexOf(': ');
  return [text.slice(0, at), text.slice(at + 2)];
}
