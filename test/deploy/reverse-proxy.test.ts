import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import { parseJoinString } from '@assay/shared';
import { pino } from 'pino';
import { Agent, fetch } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadOwnTls } from '../../collector/src/keys/own-ca.ts';
import { startAgentProcess } from '../e2e/agent-process.ts';
import { needs } from '../helpers/needs.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import { CADDY, HAPROXY, NGINX, NGINX_STREAM } from './programs.ts';
import { type ProxyConfig, startProxy } from './proxy-process.ts';

/** Those that hand on by the collector's Unix socket. */
const BY_SOCKET = new Set<ProxyConfig>(['haproxy-socket.cfg', 'haproxy-multiplex.cfg']);

needs(
  NGINX,
  NGINX_STREAM,
  HAPROXY,
  CADDY,
)('a collector behind a reverse proxy', () => {
  let dir: string;
  const closers: (() => Promise<unknown>)[] = [];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-proxy-'));
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** A collector whose agents come by the proxy's port. */
  async function start(name: ProxyConfig, tls: 'own' | 'given'): Promise<Collector> {
    const [port, collectorPort] = [await steadyPort(), await steadyPort()];
    const socket = join(dir, 'proxy.sock');
    const given = tls === 'given' ? await companyCertificate() : null;
    const config = {
      ...defaultConfig(),
      ...{
        dataDir: join(dir, 'data'),
        port: collectorPort,
        publicUrl: `https://localhost:${port}`,
        tls: given,
        proxySocket: BY_SOCKET.has(name) ? socket : null,
      },
    };
    const collector = await startCollector(config, pino({ level: 'silent' }));
    closers.push(() => collector.close());
    const proxy = await startProxy(name, { dir, port, collectorPort, socket });
    closers.push(() => proxy.stop());
    return collector;
  }

  async function companyCertificate() {
    const company = await loadOwnTls(join(dir), [], Date.now());
    const files = {
      certFile: join(dir, 'chain.pem'),
      keyFile: join(dir, 'proxy-key.pem'),
      caFile: join(dir, 'ca.pem'),
    };
    writeFileSync(files.certFile, company.cert);
    writeFileSync(files.keyFile, company.key);
    writeFileSync(join(dir, 'proxy.pem'), company.cert + company.key);
    return files;
  }

  /** Resolves when its first report was judged. */
  async function agentReports(collector: Collector): Promise<void> {
    const { joinString } = await collector.createEnrollmentToken({});
    const assessed = new Promise<string>((resolve) =>
      collector.onAssessed(({ record }) => resolve(record.id)),
    );
    const agent = await startAgentProcess({ joinString, stateDir: join(dir, 'agent'), root: '/' });
    closers.push(() => agent.stop());
    expect(await assessed).toBe(agent.deviceId);
  }

  async function consoleAnswers(collector: Collector): Promise<number> {
    const dispatcher = new Agent({ connect: { ca: readFileSync(collector.caFile, 'utf8') } });
    closers.push(() => dispatcher.close());
    const headers = { authorization: `Bearer ${collector.adminToken}` };
    const answer = await fetch(`${collector.url}/api/v1/devices`, { dispatcher, headers });
    await answer.body?.cancel();
    return answer.status;
  }

  it.each(['haproxy-passthrough.cfg', 'nginx-passthrough.conf'] as const)(
    'that passes TLS through (%s): real agents enroll and report by the pin of its own CA',
    async (name) => {
      const collector = await start(name, 'own');
      expect(parseJoinString((await collector.createEnrollmentToken({})).joinString).caPin).not.toBeNull();
      await agentReports(collector);
      expect(await consoleAnswers(collector)).toBe(200);
    },
  );

  it.each([...BY_SOCKET, 'haproxy-terminate.cfg', 'nginx-terminate.conf', 'Caddyfile'] as const)(
    'that ends TLS with the certificate that the collector was given, too (%s): the same',
    async (name) => {
      const collector = await start(name, 'given');
      await agentReports(collector);
      expect(await consoleAnswers(collector)).toBe(200);
    },
  );

  it('that ends TLS with a certificate the collector does not know of: agents refuse, and send nothing', async () => {
    await companyCertificate();
    // The proxy trusts the collector's own CA, but shows the company's certificate.
    const collector = await start('nginx-terminate.conf', 'own');
    const { joinString } = await collector.createEnrollmentToken({});
    const enrolling = startAgentProcess({ joinString, stateDir: join(dir, 'agent'), root: '/' });
    await expect(enrolling).rejects.toThrow(/collector_unreachable|ca_pin_mismatch/);
  });
});
