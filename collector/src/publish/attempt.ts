import { RETRY } from './backoff.ts';
import type { Answer, Delivery, Sender } from './target.ts';

const MAX_DETAIL = 500;

/**
 * One attempt under its deadline; never throws. A sender that throws, or that says nothing in time even after it was
 * aborted, is a retry: whether the target got the delivery is not known.
 */
export async function makeAttempt(
  sender: Sender,
  delivery: Delivery,
  controller: AbortController,
): Promise<Answer> {
  const { promise: deadline, resolve } = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => {
    resolve(retry(`no answer within ${RETRY.attemptTimeoutMs / 1000} s`));
    controller.abort();
  }, RETRY.attemptTimeoutMs);
  try {
    const answer = await Promise.race([deadline, sender.send(delivery, controller.signal)]);
    return { ...answer, detail: answer.detail.slice(0, MAX_DETAIL) };
  } catch (error) {
    return retry(describe(error));
  } finally {
    clearTimeout(timer);
  }
}

const retry = (detail: string): Answer => ({
  result: 'retry',
  status: null,
  detail: detail.slice(0, MAX_DETAIL),
});

/** Connection errors say what happened in their code, sometimes with an empty message. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'the sender failed';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return error.message ? `${code}: ${error.message}` : code;
}
