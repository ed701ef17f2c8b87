import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { type IdentityProvider, startIdentityProvider } from '../idp/identity-provider.ts';
import type { Person } from '../idp/people.ts';
import { createLaptop, type Laptop } from '../laptop/tree.ts';
import { type AgentProcess, startAgentProcess } from './agent-process.ts';

const AUDIENCE = 'https://idp.example/ssf';

/** A collector, one laptop with a real agent, its owner, and the identity provider that lets the owner in or not. */
export interface SignInWorld {
  collector: Collector;
  idp: IdentityProvider;
  laptop: Laptop;
  agent: AgentProcess;
  person: Person;
  /** Waits until the provider has heard enough to let the owner in, or to keep them out. */
  untilAllowed(allowed: boolean): Promise<void>;
  close(): Promise<void>;
}

async function addStream(collector: Collector, config: Record<string, unknown>): Promise<void> {
  const dispatcher = new Agent({ connect: { ca: readFileSync(collector.caFile, 'utf8') } });
  const response = await fetch(`${collector.url}/api/v1/targets`, {
    dispatcher,
    method: 'POST',
    headers: { authorization: `Bearer ${collector.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'identity provider', kind: 'ssf', config }),
  });
  if (response.status !== 201)
    throw new Error(`expected 201, got ${response.status}: ${await response.text()}`);
  await dispatcher.close();
}

/** Starts everything by the ordinary path, in a directory of its own. */
export async function startSignInWorld({ alg }: { alg: 'ES256' | 'RS256' }): Promise<SignInWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-sign-in-'));
  const person = { email: 'ada@example.com', name: 'Ada Lovelace', password: 'correct horse battery staple' };
  const closing: (() => Promise<void> | void)[] = [() => rmSync(dir, { recursive: true, force: true })];
  const close = async () => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const config = { ...defaultConfig(), dataDir: join(dir, 'collector'), port: 0 };
    const collector = await startCollector(config, pino({ level: 'silent' }));
    closing.push(() => collector.close());

    const heard = new EventEmitter();
    const authorization = `Bearer ${randomBytes(24).toString('base64url')}`;
    const idp = await startIdentityProvider({
      users: [person],
      collector: { issuer: collector.url, caPem: readFileSync(collector.caFile, 'utf8') },
      audience: AUDIENCE,
      authorization,
      onEvent: () => heard.emit('event'),
    });
    closing.push(() => idp.close());
    const stream = { endpoint_url: idp.ssfEndpoint, aud: AUDIENCE, authorization_header: authorization, alg };
    await addStream(collector, stream);

    const root = join(dir, 'laptop');
    mkdirSync(root);
    const laptop = createLaptop(root);
    const { joinString } = await collector.createEnrollmentToken({ owner: person.email });
    const agent = await startAgentProcess({ joinString, stateDir: join(dir, 'agent'), root });
    closing.push(() => agent.stop());

    async function untilAllowed(allowed: boolean): Promise<void> {
      const signal = AbortSignal.timeout(25_000);
      while (idp.decide(person.email).allowed !== allowed) {
        await once(heard, 'event', { signal }).catch(() => {
          const decision = JSON.stringify(idp.decide(person.email));
          throw new Error(
            `timed out: expected allowed ${allowed}, got ${decision}; the agent said:\n${agent.log()}`,
          );
        });
      }
    }
    return { collector, idp, laptop, agent, person, untilAllowed, close };
  } catch (error) {
    await close();
    throw error;
  }
}
