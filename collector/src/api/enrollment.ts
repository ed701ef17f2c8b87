import { CreatedEnrollmentToken, EnrollmentTokenList, NewEnrollmentToken } from '@assay/shared/api';
import { issueToken, type TokenServices } from '../enrollment/issue-token.ts';
import type { Store } from '../store/store.ts';
import type { Api } from './server.ts';

/** The right to enroll, handed out. */
export function enrollmentRoutes(app: Api, services: TokenServices & { store: Store }): void {
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
    async ({ body }, reply) => {
      reply.code(201);
      return issueToken(body, services);
    },
  );
}
