import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { type PublicServices, publicRoutes } from './public.ts';
import type { Api } from './server.ts';

it('answers a program that asks for what there is not with a problem, and people with the console', async () => {
  const consoleDir = mkdtempSync(join(tmpdir(), 'assay-console-'));
  onTestFinished(() => rmSync(consoleDir, { recursive: true, force: true }));
  writeFileSync(join(consoleDir, 'index.html'), '<html>');
  const app = Fastify();
  const services = { issuer: 'https://assay.example', caPem: null, consoleDir, updatesDir: null };
  await publicRoutes(app as unknown as Api, services as unknown as PublicServices);
  const typeOf = async (path: string) => {
    const { statusCode, headers } = await app.inject(path);
    return `${statusCode} ${headers['content-type']}`;
  };
  for (const path of [
    '/.well-known/jwks.json',
    '/.well-known/openid-configuration',
    '/ssf/streams',
    '/api/v2',
  ])
    expect(await typeOf(path)).toMatch(/^404 application\/problem\+json/);
  expect(await typeOf('/devices/d')).toMatch(/^200 text\/html/);
  expect(await typeOf('/.well-known/ssf-configuration')).toMatch(/^200 application\/json/);
});
