import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress } from 'node:zlib';
import { BaseFetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { type Endpoint, trustOf } from '../session/peer.ts';
import { createAgent } from '../session/proxy.ts';

const TIMEOUT_MS = 30_000;

/**
 * Fetches by the way and the trust of the agent's session: pinned CA, proxy. What comes is still not believed. Programs
 * come packed, a third of their size, where the repository has them so; what counts is what was unpacked.
 */
export class SessionFetcher extends BaseFetcher {
  readonly #endpoint: Endpoint;

  constructor(endpoint: Endpoint) {
    super();
    this.#endpoint = endpoint;
  }

  override fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const { caPem, proxy } = this.#endpoint;
    return new Promise((resolve, reject) => {
      const headers = { 'accept-encoding': 'br' };
      const options = { ...trustOf(caPem), agent: createAgent(proxy), timeout: TIMEOUT_MS, headers };
      const request = get(url, options, (response) => {
        if (response.statusCode === 200) {
          resolve(Readable.toWeb(unpacked(response)) as ReadableStream<Uint8Array<ArrayBuffer>>);
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

function unpacked(response: IncomingMessage): Readable {
  if (response.headers['content-encoding'] !== 'br') return response;
  // An error on either side ends the other, and is told by the stream that is read.
  return pipeline(response, createBrotliDecompress(), () => {});
}
