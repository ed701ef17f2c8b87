import { get } from 'node:https';
import { Readable } from 'node:stream';
import { BaseFetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { type Endpoint, trustOf } from '../session/peer.ts';
import { createAgent } from '../session/proxy.ts';

const TIMEOUT_MS = 30_000;

/** Fetches by the way and the trust of the agent's session: pinned CA, proxy. What comes is still not believed. */
export class SessionFetcher extends BaseFetcher {
  readonly #endpoint: Endpoint;

  constructor(endpoint: Endpoint) {
    super();
    this.#endpoint = endpoint;
  }

  override fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const { caPem, proxy } = this.#endpoint;
    return new Promise((resolve, reject) => {
      const options = { ...trustOf(caPem), agent: createAgent(proxy), timeout: TIMEOUT_MS };
      const request = get(url, options, (response) => {
        if (response.statusCode === 200) {
          resolve(Readable.toWeb(response) as ReadableStream<Uint8Array<ArrayBuffer>>);
          return;
        }
        response.resume();
        reject(new DownloadHTTPError(`answered ${response.statusCode}`, response.statusCode ?? 0));
      });
      request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
      request.on('error', reject);
    });
  }
}
