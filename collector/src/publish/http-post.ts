import { Pool } from 'undici';
import { RETRY } from './backoff.ts';

/** Connections to one target at most: as many as there are attempts at once. */
const CONNECTIONS = 16;
const MAX_KEPT_BODY_BYTES = 4_096;
const MAX_READ_BODY_BYTES = 256 * 1_024;

export interface PostAnswer {
  status: number;
  /** The beginning of the body, for people and for error codes; not trusted. */
  body: string;
  retryAfterMs?: number;
}

/** Posts to one address over kept connections. Redirects are not followed. */
export interface Poster {
  /** @throws the connection's error, or an AbortError. */
  post(headers: Record<string, string>, body: string, signal: AbortSignal): Promise<PostAnswer>;
  close(): Promise<void>;
}

export function createPoster(address: string, options: { ca?: string | undefined }): Poster {
  const url = new URL(address);
  const pool = new Pool(url.origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    headersTimeout: RETRY.attemptTimeoutMs,
    bodyTimeout: RETRY.attemptTimeoutMs,
    connect: { timeout: RETRY.attemptTimeoutMs, ...(options.ca ? { ca: options.ca } : {}) },
  });
  return {
    async post(headers, body, signal) {
      const response = await pool.request({
        method: 'POST',
        path: url.pathname + url.search,
        headers,
        body,
        signal,
      });
      const retryAfterMs = parseRetryAfter(response.headers['retry-after'], response.headers.date);
      const { statusCode: status } = response;
      return {
        status,
        body: await readStart(response.body).catch((error) => {
          // Taken is taken, whatever becomes of the words about it.
          if (status >= 200 && status < 300) return '';
          throw error;
        }),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
    },
    close: () => pool.close(),
  };
}

/**
 * Milliseconds to wait by a Retry-After header: seconds, or a date that is compared with the answer's own Date so that
 * the two clocks need not agree. Undefined when there is none or it can't be read.
 */
export function parseRetryAfter(
  header: string | string[] | undefined,
  date: string | string[] | undefined,
): number | undefined {
  if (typeof header !== 'string') return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const delayMs = Date.parse(header) - Date.parse(String(date));
  return Number.isFinite(delayMs) ? Math.max(0, delayMs) : undefined;
}

/** Reads all of an ordinary body, so that its connection can be used again, and gives up on an endless one. */
async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const kept: Buffer[] = [];
  let readBytes = 0;
  for await (const chunk of body) {
    if (readBytes < MAX_KEPT_BODY_BYTES) kept.push(chunk.subarray(0, MAX_KEPT_BODY_BYTES - readBytes));
    readBytes += chunk.length;
    if (readBytes > MAX_READ_BODY_BYTES) break;
  }
  return Buffer.concat(kept).toString('utf8');
}

/** One line for people: the status and how the body begins. */
export function describeAnswer({ status, body }: PostAnswer): string {
  const text = body
    .slice(0, 300)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return text ? `answered ${status}: ${text}` : `answered ${status}`;
}
