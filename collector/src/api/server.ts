import type { Server } from 'node:https';
import { VERSION } from '@assay/shared';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
} from 'fastify';
import { TICKETS, type TlsIdentity, ticketKeysOf } from '../keys/server-identity.ts';
import { toDescription } from './openapi.ts';
import { answerMalformed, answerProblems } from './problem.ts';

export type Api = FastifyInstance<
  Server,
  RawRequestDefaultExpression<Server>,
  RawReplyDefaultExpression<Server>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/**
 * Of what a client offers (RFC 7301). Node's own list would be copied for each connection, and a few bytes that live as
 * long as it keep the 64 KB they were cut from: 4 KB an agent.
 */
const ALPNCallback = ({ protocols }: { protocols: string[] }) =>
  protocols.find((name) => name === 'http/1.1');

/** To say all of a request in: Fastify's own default is for ever. Bodies are small, and answers may take longer. */
export const REQUEST_MS = 60_000;

/** The HTTPS server with what every route shares: security headers, limits, problem+json, OpenAPI at /api/docs. */
export async function createApi(
  tls: TlsIdentity,
  minVersion: 'TLSv1.2' | 'TLSv1.3',
  log: FastifyBaseLogger,
): Promise<Api> {
  const app: Api = Fastify({
    https: {
      cert: tls.cert,
      key: tls.key,
      minVersion,
      ALPNCallback,
      ...TICKETS,
      ticketKeys: ticketKeysOf(tls),
    },
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: true,
    frameworkErrors: answerMalformed,
    // A misspelt `approval` must not make a token that lets everybody in.
    ajv: { customOptions: { removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  answerProblems(app as unknown as FastifyInstance);
  app.decorateRequest('who', '');
  app.decorateRequest('isToken', false);
  // Set for each request: an object here would be everybody's.
  app.decorateRequest('actor');
  await app.register(rateLimit, { global: false });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library places style elements at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Assay collector',
        version: VERSION,
        description: 'Devices, their verdicts, and who was told. Times are milliseconds since 1970 UTC.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: ({ schema, url }) => ({ schema: toDescription(schema), url }),
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  return app;
}
