import { CreatedEnrollmentToken, EnrollmentTokenList, NewEnrollmentToken } from '@assay/shared/api';
import Type from 'typebox';
import { toAuditEvent } from '../audit/actions.ts';
import { issueToken, type TokenServices } from '../enrollment/issue-token.ts';
import type { EnrollmentReads, EnrollmentWrites } from '../store/enrollments.ts';
import { notFound } from './problem.ts';
import type { Api } from './server.ts';

/** The right to enroll, handed out. */
export function enrollmentRoutes(
  app: Api,
  services: TokenServices & {
    store: Pick<EnrollmentReads, 'enrollmentTokens'> & Pick<EnrollmentWrites, 'expireEnrollmentToken'>;
  },
): void {
  app.get(
    '/api/v1/enrollment-tokens',
    { schema: { summary: 'Enrollment tokens', response: { 200: EnrollmentTokenList } } },
    async () => ({ tokens: await services.store.enrollmentTokens() }),
  );

  app.post(
    '/api/v1/enrollment-tokens',
    {
      schema: {
        summary: 'Make a join string',
        body: NewEnrollmentToken,
        response: { 201: CreatedEnrollmentToken },
      },
    },
    async ({ body, actor }, reply) => {
      reply.code(201);
      return issueToken(body, services, actor);
    },
  );

  app.delete(
    '/api/v1/enrollment-tokens/:id',
    {
      schema: {
        summary: 'Let nobody enroll with a token any more; devices that did stay',
        params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
        response: { 204: Type.Null() },
      },
    },
    async ({ params, actor }, reply) => {
      const at = services.clock.now();
      const { id } = params;
      const audit = toAuditEvent(actor, { action: 'enrollment_token.expire', at, subject: id });
      if (!(await services.store.expireEnrollmentToken({ id, at, audit }))) {
        throw notFound(`enrollment token ${params.id}`);
      }
      reply.code(204);
      return null;
    },
  );
}
