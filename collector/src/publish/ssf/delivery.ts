import { describeAnswer, type PostAnswer } from '../http-post.ts';
import type { Answer } from '../target.ts';

/** Headers of a push by RFC 8935; `authorization` is the receiver's own and sent word for word. */
export function pushHeaders(authorization: string | undefined): Record<string, string> {
  return {
    'content-type': 'application/secevent+jwt',
    accept: 'application/json',
    'user-agent': 'assay-collector',
    ...(authorization === undefined ? {} : { authorization }),
  };
}

/** A receiver may repeat what it was sent, and what it answers is shown to people: without the credentials. */
export function withoutCredentials(answer: PostAnswer, authorization: string | undefined): PostAnswer {
  const credentials = authorization?.replace(/^\S+ +/, '');
  return credentials ? { ...answer, body: answer.body.replaceAll(credentials, '••••••') } : answer;
}

/** Errors that somebody can mend while the SET stays as it is: keys, credentials. The others never go away. */
const MENDABLE = new Set(['invalid_key', 'authentication_failed']);
const RETRYABLE_STATUS = new Set([401, 408, 425, 429]);

/** What a receiver's answer means, by RFC 8935 section 2.2-2.4: success is 202 and nothing else. */
export function toPushAnswer(answer: PostAnswer): Answer {
  const { status, retryAfterMs } = answer;
  if (status === 202) return { result: 'accepted', status, detail: 'answered 202' };
  const detail =
    status >= 200 && status < 300 ? `expected 202, ${describeAnswer(answer)}` : describeAnswer(answer);
  return mayPass(answer)
    ? { result: 'retry', status, detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
    : { result: 'refused', status, detail };
}

function mayPass({ status, body }: PostAnswer): boolean {
  if (status === 400) return MENDABLE.has(errorCode(body));
  return status < 300 || status >= 500 || RETRYABLE_STATUS.has(status);
}

/** Codes from before the RFC, and bodies that are none, count as `invalid_request`. */
function errorCode(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'err' in parsed) return String(parsed.err);
  } catch {}
  return 'invalid_request';
}
