import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CA_PATH, UPDATES_PATH } from '@assay/shared';
import fastifyStatic from '@fastify/static';
import type { HealthWatch } from '../health/health-watch.ts';
import type { SigningKeys } from '../keys/signing-keys.ts';
import type { Metrics } from '../metrics.ts';
import { transmitterMetadata, transmitterMetadataPath } from '../publish/ssf/discovery.ts';
import { notFound, toProblem } from './problem.ts';
import type { Api } from './server.ts';

export interface PublicServices {
  issuer: string;
  /** Null: agents trust their system's CA store. */
  caPem(): string | null;
  signingKeys: SigningKeys;
  metrics: Metrics;
  health: HealthWatch;
  /** Folder of the built console. */
  consoleDir: string;
  /** Folder of the update repository; null: none is served. */
  updatesDir: string | null;
}

/** Below them is no page: a program that asks for what there is not has to hear so. */
const FOR_MACHINES = ['/api/', '/ssf/', '/.well-known/', UPDATES_PATH];
const isForMachines = (path: string) => FOR_MACHINES.some((prefix) => path.startsWith(prefix));

const JWKS_PATH = '/ssf/jwks.json';

/** What anyone may read: CA, keys, transmitter metadata, health, and the console's files. */
export async function publicRoutes(app: Api, services: PublicServices): Promise<void> {
  const { issuer, caPem, signingKeys, metrics, health, consoleDir, updatesDir } = services;

  app.get(CA_PATH, { schema: { hide: true } }, (_, reply) => {
    const pem = caPem();
    if (pem === null) throw notFound('CA of its own: this certificate is known to the system');
    return reply.type('application/x-pem-file').send(pem);
  });
  app.get(
    transmitterMetadataPath(issuer),
    { schema: { summary: 'SSF transmitter metadata', security: [] } },
    () => transmitterMetadata({ issuer, jwksUri: issuer + JWKS_PATH }),
  );
  app.get(JWKS_PATH, { schema: { summary: 'Keys that verify SETs', security: [] } }, () =>
    signingKeys.jwks(),
  );
  app.get('/healthz', { schema: { summary: 'The process lives', security: [] } }, () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { summary: 'Reports are accepted', security: [] } }, (_, reply) => {
    const { status, problems } = health.current();
    // Names of targets and the like are for those who are signed in: GET /api/v1/health.
    const reasons = [...new Set(problems.map(({ code }) => code))];
    return reply.code(status === 'not ready' ? 503 : 200).send({ status, reasons });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );

  if (updatesDir !== null) await serveUpdates(app, updatesDir);

  const hasConsole = existsSync(join(consoleDir, 'index.html'));
  if (hasConsole) {
    await app.register(fastifyStatic, {
      root: consoleDir,
      // Vite names assets by their content; the page itself must be asked for again.
      setHeaders: (reply, path) =>
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !isForMachines(request.url) && hasConsole;
    if (isPage) return reply.sendFile('index.html');
    return reply
      .code(404)
      .type('application/problem+json')
      .send(toProblem(notFound(`${request.method} ${request.url}`)));
  });
}

/** Static files, which agents believe only as far as they are signed: nothing of them is looked at here. */
async function serveUpdates(app: Api, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: resolve(root),
    prefix: UPDATES_PATH,
    // Programs lie there packed as well.
    preCompressed: true,
    decorateReply: false,
    index: false,
    cacheControl: false,
    // A missing root is how a client learns that it has the newest: a 404, and never the console's page.
    wildcard: true,
  });
}
