import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPoster, describeAnswer, type Poster, parseRetryAfter } from './http-post.ts';

const servers: Server[] = [];
const posters: Poster[] = [];
afterEach(async () => {
  for (const poster of posters.splice(0)) await poster.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function open(address: string, ca?: string): Poster {
  const poster = createPoster(address, { ca });
  posters.push(poster);
  return poster;
}

const never = () => new AbortController().signal;

/** Self-signed for 127.0.0.1, until 2126; only the tests know the key. */
const pem = (name: string) => readFileSync(new URL(`testdata/${name}.pem`, import.meta.url), 'utf8');

const ok: RequestListener = (request, response) => {
  request.resume().on('end', () => response.end('fine'));
};

describe('posting', () => {
  it('uses connections again, whatever is answered', async () => {
    let connections = 0;
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(500).end('x'.repeat(100_000)));
    }).on('connection', () => {
      connections += 1;
    });
    const poster = open(`http://127.0.0.1:${await serve(server)}/`);
    for (let i = 0; i < 20; i++) expect((await poster.post({}, 'a', never())).status).toBe(500);
    // The next post may start before the pool has seen the connection become free.
    expect(connections).toBeLessThanOrEqual(2);
  });

  it('keeps only the beginning of a body, and gives up on one without end', async () => {
    const server = createServer((_, response) => {
      const more = () => {
        while (response.writable && response.write('y'.repeat(16_384)));
      };
      response.on('drain', more).on('error', () => {});
      more();
    });
    const poster = open(`http://127.0.0.1:${await serve(server)}/`);
    expect((await poster.post({}, 'a', never())).body).toBe('y'.repeat(4_096));
  });

  it('takes an answer for what its status says where its body breaks off, but only if that is good', async () => {
    let status = 202;
    const port = await serve(
      createServer((request, response) => {
        request.resume().on('end', () => {
          response.writeHead(status, { 'content-length': 100 });
          response.write('half', () => response.destroy());
        });
      }),
    );
    const poster = open(`http://127.0.0.1:${port}/`);
    expect(await poster.post({}, '', never())).toMatchObject({ status: 202, body: '' });
    status = 400;
    await expect(poster.post({}, '', never())).rejects.toThrow();
  });

  it('trusts an own certificate authority when it is given, and no other', async () => {
    const tls = { cert: pem('loopback.cert'), key: pem('loopback.key') };
    const address = `https://127.0.0.1:${await serve(createTlsServer(tls, ok))}/`;
    expect(await open(address, tls.cert).post({}, 'a', never())).toEqual({ status: 200, body: 'fine' });
    await expect(open(address).post({}, 'a', never())).rejects.toThrow('self-signed certificate');
    await expect(open(address, pem('stranger.cert')).post({}, 'a', never())).rejects.toThrow('self-signed');
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', undefined, 120_000],
    ['0', undefined, 0],
    ['Mon, 05 Jan 2026 10:02:00 GMT', 'Mon, 05 Jan 2026 10:00:00 GMT', 120_000],
    ['Mon, 05 Jan 2026 09:00:00 GMT', 'Mon, 05 Jan 2026 10:00:00 GMT', 0],
    ['Mon, 05 Jan 2026 10:02:00 GMT', undefined, undefined],
    ['soon', undefined, undefined],
    ['-5', undefined, undefined],
    ['99999999999999999999', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s at %s is %s ms', (header, date, expected) => {
    expect(parseRetryAfter(header, date)).toBe(expected);
  });
});

it('describes an answer in one line without control characters', () => {
  expect(describeAnswer({ status: 400, body: '{"err":\n"x"}\u001b[31m\u0000' })).toBe(
    'answered 400: {"err": "x"} [31m',
  );
  expect(describeAnswer({ status: 503, body: '' })).toBe('answered 503');
});
