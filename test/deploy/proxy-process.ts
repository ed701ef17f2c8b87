import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const DEPLOY = join(import.meta.dirname, '../../collector/deploy/proxy');
const PATIENCE_MS = 20_000;

/** Where the files in collector/deploy/proxy are to be tried: their example's values and ours. */
export interface ProxyPlace {
  dir: string;
  port: number;
  collectorPort: number;
  /** Of the collector, for the configuration that leads there. */
  socket?: string;
  /** Connections that it may have. */
  connections?: number;
  /** New ones a second, where its configuration limits them. */
  perSecond?: number;
}

/** A proxy of somebody else's, run on a configuration of collector/deploy/proxy. */
export interface ProxyProcess {
  pid: number;
  stop(): Promise<void>;
}

const KINDS = {
  'haproxy-passthrough.cfg': (file: string) => ['/usr/sbin/haproxy', '-db', '-f', file],
  'haproxy-multiplex.cfg': (file: string) => ['/usr/sbin/haproxy', '-db', '-f', file],
  'haproxy-socket.cfg': (file: string) => ['/usr/sbin/haproxy', '-db', '-f', file],
  'haproxy-terminate.cfg': (file: string) => ['/usr/sbin/haproxy', '-db', '-f', file],
  'nginx-passthrough.conf': (file: string) => ['/usr/sbin/nginx', '-c', file],
  'nginx-terminate.conf': (file: string) => ['/usr/sbin/nginx', '-c', file],
  Caddyfile: (file: string) => ['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', file],
} as const;
export type ProxyConfig = keyof typeof KINDS;

/** Starts it and waits until its port answers. */
export async function startProxy(name: ProxyConfig, place: ProxyPlace): Promise<ProxyProcess> {
  const file = join(place.dir, name);
  writeFileSync(file, configure(name, place));
  const [program = '', ...args] = KINDS[name](file);
  const env = { ...process.env, HOME: place.dir, XDG_DATA_HOME: place.dir, XDG_CONFIG_HOME: place.dir };
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  await untilListening(place.port, child, () => said);
  return {
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}

function configure(name: ProxyConfig, place: ProxyPlace): string {
  const { dir, port, collectorPort, socket = '', connections = 500, perSecond = 500 } = place;
  const text = readFileSync(join(DEPLOY, name), 'utf8')
    .replaceAll('/etc/assay/', `${dir}/`)
    .replaceAll('unix@/run/assay-collector/proxy.sock', `unix@${socket}`)
    .replaceAll('collector.example', 'localhost')
    .replace(/127\.0\.0\.1:7443/g, `127.0.0.1:${collectorPort}`)
    .replace(/(bind :|listen |localhost:)443\b/g, `$1${port}`)
    .replace('maxconn 100000', `maxconn ${connections}`)
    .replace('rate-limit sessions 500', `rate-limit sessions ${perSecond}`)
    .replace('bind :', 'bind 127.0.0.1:')
    .replace(/listen (\d+)/, 'listen 127.0.0.1:$1');
  if (name === 'Caddyfile') return `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${text}`;
  if (!name.startsWith('nginx')) return text;
  const own = `daemon off; user root; worker_processes 1; pid ${dir}/nginx.pid; error_log stderr warn; events {}`;
  return name === 'nginx-passthrough.conf'
    ? `load_module /usr/lib/nginx/modules/ngx_stream_module.so;\n${own}\n${text}`
    : `${own}\nhttp { access_log off;\n${text}\n}`;
}

async function untilListening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (const until = performance.now() + PATIENCE_MS; ; ) {
    if (child.exitCode !== null) throw new Error(`the proxy ended with ${child.exitCode}: ${said()}`);
    if (await isListening(port)) return;
    if (performance.now() > until) throw new Error(`the proxy does not listen: ${said()}`);
    await pause(50);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
