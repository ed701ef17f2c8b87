import { RETRY } from './backoff.ts';
import { type Answer, isNotice, type Outgoing, type Sender } from './target.ts';

const MAX_DETAIL = 500;

/**
 * One attempt under its deadline; never throws. A sender that throws, or that says nothing in time even after it was
 * aborted, is a retry: whether the target got the delivery is not known.
 */
export async function makeAttempt(
  sender: Sender,
  outgoing: Outgoing,
  controller: AbortController,
): Promise<Answer> {
  const { promise: deadline, resolve } = Promise.withResolvers<Answer>();
  const timer = setTimeout(() => {
    resolve(retry(`no answer within ${RETRY.attemptTimeoutMs / 1000} s`));
    controller.abort();
  }, RETRY.attemptTimeoutMs);
  try {
    const answer = await Promise.race([deadline, send(sender, outgoing, controller.signal)]);
    return { ...answer, detail: answer.detail.slice(0, MAX_DETAIL) };
  } catch (error) {
    return retry(describe(error));
  } finally {
    clearTimeout(timer);
  }
}

async function send(sender: Sender, outgoing: Outgoing, signal: AbortSignal): Promise<Answer> {
  if (!isNotice(outgoing)) return sender.send(outgoing, signal);
  if (!sender.tell) throw new Error('this kind of target takes no notices');
  return sender.tell(outgoing, signal);
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
