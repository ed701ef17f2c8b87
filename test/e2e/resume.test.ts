import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { defaultConfig, startCollector } from '@assay/collector';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect as connectAgent } from '../../agent/src/session/connection.ts';
import { steadyPort } from '../helpers/steady-port.ts';

describe('TLS sessions are resumed', () => {
  let dataDir: string;
  let port: number;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'assay-resume-'));
    port = await steadyPort();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const start = (dir = dataDir) =>
    startCollector({ ...defaultConfig(), dataDir: dir, port }, pino({ level: 'silent' }));

  /** Connects, takes the ticket and leaves. */
  async function visit(caFile: string, session?: Buffer): Promise<{ resumed: boolean; ticket: Buffer }> {
    const ca = readFileSync(caFile, 'utf8');
    const socket: TLSSocket = connect({ host: '127.0.0.1', port, ca, ...(session && { session }) });
    const ticket = await new Promise<Buffer>((resolve, reject) => {
      socket.once('session', resolve);
      // No new ticket is told of then.
      socket.once('secureConnect', () => socket.isSessionReused() && resolve(session ?? Buffer.alloc(0)));
      socket.once('error', reject);
      socket.resume();
    });
    const resumed = socket.isSessionReused();
    socket.destroy();
    return { resumed, ticket };
  }

  it('after a restart of the collector, and not by a collector with another certificate', async () => {
    const first = await start();
    const { resumed, ticket } = await visit(first.caFile);
    expect(resumed).toBe(false);
    await first.close();
    const second = await start();
    expect((await visit(second.caFile, ticket)).resumed).toBe(true);
    await second.close();

    const other = mkdtempSync(join(tmpdir(), 'assay-resume-other-'));
    const stranger = await start(other);
    expect((await visit(stranger.caFile, ticket)).resumed).toBe(false);
    await stranger.close();
    rmSync(other, { recursive: true, force: true });
  });

  it('by an agent that comes back', async () => {
    const collector = await start();
    const resumed: boolean[] = [];
    for (let round = 0; round < 2; round++) {
      const endpoint = { url: collector.url, caPem: readFileSync(collector.caFile, 'utf8'), proxy: null };
      const { promise: challenged, resolve } = Promise.withResolvers<void>();
      const connection = connectAgent(endpoint, () => resolve());
      await challenged;
      resumed.push(connection.isResumed());
      connection.close();
      await connection.ended;
    }
    expect(resumed).toEqual([false, true]);
    await collector.close();
  });
});
