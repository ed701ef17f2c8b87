import { AssayError, isErrorCode, VERSION } from '@assay/shared';
import type { Problem } from '@assay/shared/api';
import { Client } from 'undici';
import { CLI } from '../api/access.ts';
import { type LocalAccess, readLocalAccess } from '../local-access.ts';
import { parseAnswer } from './answer.ts';

/** Calls the running collector's API as its administrator, with the token and CA of the data directory. */
export interface ApiClient {
  call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
}

/** @throws AssayError `config_invalid` when the address is none, `unauthorized` when the data directory gives no token or CA */
export function createApiClient({ url, dataDir }: { url: string; dataDir: string }): ApiClient {
  // A collector speaks nothing else, and the admin token is to be read by nobody on the way.
  if (URL.parse(url)?.protocol !== 'https:')
    throw new AssayError(
      'config_invalid',
      `expected the collector's address as --url, https://…, got ${url}`,
    );
  const { adminToken, caPem } = readAccess(dataDir);
  return {
    async call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
      const client = new Client(url, caPem === null ? {} : { connect: { ca: caPem } });
      try {
        const { statusCode, body: answer } = await client.request({
          method,
          path: `/api/v1${path}`,
          headers: {
            authorization: `Bearer ${adminToken}`,
            'user-agent': `${CLI}${VERSION}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          body: body === undefined ? null : JSON.stringify(body),
        });
        const text = await answer.text();
        const value = text === '' ? null : parseAnswer(text);
        if (statusCode >= 400) throw toError(value as Problem);
        return value as T;
      } catch (cause) {
        if (cause instanceof AssayError) throw cause;
        throw new AssayError(
          'collector_unreachable',
          `cannot reach ${url}: ${(cause as Error).message}; is it running?`,
          {
            cause,
          },
        );
      } finally {
        await client.close();
      }
    },
  };
}

const toError = ({ code, detail }: Problem) => new AssayError(isErrorCode(code) ? code : 'internal', detail);

function readAccess(dataDir: string): LocalAccess {
  try {
    return readLocalAccess(dataDir);
  } catch (cause) {
    throw new AssayError(
      'unauthorized',
      `cannot read the admin token and CA (${(cause as Error).message}): give the running collector's --data-dir, as somebody who may read it`,
      { cause },
    );
  }
}
