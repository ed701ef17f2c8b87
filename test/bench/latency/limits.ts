import { fork } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { monotonicMs } from '@assay/shared';
import { exportJWK, SignJWT } from 'jose';
import { createPoster } from '../../../collector/src/publish/http-post.ts';
import { pushHeaders } from '../../../collector/src/publish/ssf/delivery.ts';
import { startSsfReceiver } from '../../receivers/ssf-receiver.ts';

/** Size of a usual report and of the assessment stored with it, bytes. */
const REPORT_BYTES = 1200;
const ASSESSMENT_BYTES = 4000;
const ISSUER = 'https://limit.example';
const AUDIENCE = 'https://idp.example/limit';

/** What each step cannot do without, ms: the bare operation, alone, on this machine. */
export interface StepLimits {
  /** A file changes in one process until a bare `fs.watch` calls back in another. */
  watch: number;
  /** One ES256 signature over a report, and its verification. */
  sign: number;
  verify: number;
  /** One transaction made durable. */
  commit: number;
  /** One RS256 signature of a SET. */
  signSet: number;
  /** That SET, posted by the collector's client to the same kind of receiver, until it answered 202. */
  post: number;
}

export interface Limits {
  /** Does each once. */
  sample(): Promise<StepLimits>;
  close(): Promise<void>;
}

/** Sets the bare operations up, on the file system of `dir`. */
export async function openLimits(dir: string): Promise<Limits> {
  const [watching, posting] = await Promise.all([openWatch(dir), openPost()]);
  const commit = openCommit(dir);
  const report = openReport();
  return {
    async sample() {
      return {
        watch: await watching.sample(),
        ...report(),
        commit: commit.sample(),
        ...(await posting.sample()),
      };
    },
    async close() {
      commit.close();
      await Promise.all([watching.close(), posting.close()]);
    },
  };
}

async function openWatch(dir: string) {
  const directory = join(dir, 'watched');
  mkdirSync(directory);
  const child = fork(new URL('watcher.ts', import.meta.url), [directory]);
  await once(child, 'message');
  let made = 0;
  return {
    async sample() {
      const heard = once(child, 'message');
      const at = monotonicMs();
      writeFileSync(join(directory, String(made++)), '');
      const [calledAt] = (await heard) as [number];
      return calledAt - at;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function openReport() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const report = randomBytes(REPORT_BYTES);
  return () => {
    const at = monotonicMs();
    const signature = sign('sha256', report, privateKey);
    const signedAt = monotonicMs();
    verify('sha256', report, publicKey, signature);
    return { sign: signedAt - at, verify: monotonicMs() - signedAt };
  };
}

/** A transaction with one report and its assessment, alone, on the file system of `dir`. */
export function openCommit(dir: string) {
  const db = new DatabaseSync(join(dir, 'limit.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (body BLOB)');
  const insert = db.prepare('INSERT INTO rows VALUES (?)');
  return {
    sample() {
      const body = randomBytes(REPORT_BYTES + ASSESSMENT_BYTES);
      const at = monotonicMs();
      insert.run(body);
      return monotonicMs() - at;
    },
    close: () => db.close(),
  };
}

async function openPost() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'limit', alg: 'RS256', use: 'sig' };
  const jwks = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  jwks.listen(0, '127.0.0.1');
  await once(jwks, 'listening');
  const jwksUri = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/`;
  const receiver = await startSsfReceiver({ issuer: ISSUER, audience: AUDIENCE, jwksUri });
  const poster = createPoster(receiver.url, { ca: undefined });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return {
    async sample() {
      const at = monotonicMs();
      const set = await new SignJWT(exampleClaims())
        .setProtectedHeader({ alg: 'RS256', kid: 'limit', typ: 'secevent+jwt' })
        .sign(key);
      const signedAt = monotonicMs();
      const { status, body } = await poster.post(pushHeaders(undefined), set, new AbortController().signal);
      if (status !== 202) throw new Error(`expected 202, got ${status}: ${body}`);
      return { signSet: signedAt - at, post: monotonicMs() - signedAt };
    },
    async close() {
      await poster.close();
      await receiver.close();
      jwks.close();
      jwks.closeAllConnections();
    },
  };
}

const exampleClaims = () => ({
  iss: ISSUER,
  aud: AUDIENCE,
  jti: crypto.randomUUID(),
  iat: Math.floor(Date.now() / 1000),
  sub_id: { format: 'complex', device: { format: 'opaque', id: crypto.randomUUID() } },
  events: {
    'https://schemas.openid.net/secevent/caep/event-type/device-compliance-change': {
      previous_status: 'compliant',
      current_status: 'not-compliant',
      reason_admin: { en: 'x'.repeat(600) },
      reason_user: { en: 'x'.repeat(600) },
    },
  },
});
