import { AssayError, ERRORS } from '@assay/shared';
import type { Problem } from '@assay/shared/api';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

const TYPE_BASE = 'https://assay.example/errors/';

/** RFC 9457 problem details of a coded error. */
export function toProblem(error: AssayError): Problem {
  const { http, meaning } = ERRORS[error.code];
  return {
    type: TYPE_BASE + error.code,
    title: meaning,
    status: http ?? 500,
    detail: error.message,
    code: error.code,
  };
}

/** What else is too much lasts as long as a policy is tried: seconds. */
const RETRY_AFTER_S = 5;

const send = (reply: FastifyReply, error: AssayError) => {
  const problem = toProblem(error);
  // The rate limit has said so already, and knows better.
  if (error.code === 'too_many_requests' && !reply.hasHeader('retry-after'))
    reply.header('retry-after', RETRY_AFTER_S);
  return reply.code(problem.status).type('application/problem+json').send(problem);
};

/** Every error of the API becomes problem+json; what isn't ours is logged and told as `internal`. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | AssayError, request, reply) => {
    if (error instanceof AssayError) return send(reply, error);
    if (error.validation) return send(reply, new AssayError('invalid_request', inWords(error)));
    if (error.statusCode === 429) return send(reply, new AssayError('too_many_requests', error.message));
    if (error.statusCode && error.statusCode < 500) {
      return send(reply, new AssayError('invalid_request', error.message));
    }
    request.log.error({ err: error }, 'request failed');
    return send(
      reply,
      new AssayError('internal', 'the collector failed on this request; its log has the cause'),
    );
  });
}

/** The same of what reaches no route: an address that is none. */
export const answerMalformed = (error: FastifyError, _: unknown, reply: FastifyReply): void =>
  void send(reply, new AssayError('invalid_request', error.message));

/** What does not fit the schema; of a field too many, its name. */
function inWords({ message, validation }: FastifyError): string {
  const field = validation?.[0]?.params.additionalProperty;
  return typeof field === 'string' ? `${message}: ${field}` : message;
}

export const notFound = (what: string): AssayError => new AssayError('not_found', `there is no ${what}`);
