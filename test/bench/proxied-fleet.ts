import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProxyConfig, startProxy } from '../deploy/proxy-process.ts';
import { steadyPort } from '../helpers/steady-port.ts';
import type { ConnectSpec } from '../simulator/connector.ts';
import { raiseFileLimit } from '../simulator/file-limit.ts';
import { startFleet } from '../simulator/fleet-process.ts';
import type { LoadSpec } from '../simulator/load.ts';
import { readProcessCost, threadsS } from './footprint/process-cost.ts';
import type { Bench } from './harness.ts';

/** HAProxy counts two files for each connection, whatever it opens; this many fit in 20,000. */
const PER_PROXY = 9500;
/** New connections a second of all HAProxies together, on cores that agents and collector share. */
const PER_SECOND = 500;
/** It keeps places for its own connections, and for whoever looks whether it is there. */
const MORE = 50;

export interface ProxiedFleetOptions {
  seed: number;
  agents: number;
  recipe: ProxyConfig;
  /** The collector's `--proxy-socket`, its data directory and the CA of its certificate. */
  collector: { socket: string; dataDir: string; ca: string };
}

/** A fleet that comes through HAProxy: as many of them as it takes, with one process of agents for each. */
export interface ProxiedFleet {
  proxies: number;
  proxyRssMb(): number;
  proxyCpuS(): number;
  /** @throws Error not all of them could */
  connect(spec: ConnectSpec): Promise<void>;
  /** Times are those of the part of the fleet that was served worst. */
  load(spec: LoadSpec & { perSecond: number }): Promise<{ perSecond: number; p50: number; p99: number }>;
  open(): Promise<number>;
  stop(): Promise<void>;
}

export async function startProxiedFleet(
  { seed, agents, recipe, collector }: ProxiedFleetOptions,
  bench: Bench,
): Promise<ProxiedFleet> {
  const count = Math.ceil(agents / PER_PROXY);
  const share = Math.ceil(agents / count);
  raiseFileLimit(2 * (share + MORE));
  const pem = readPem(collector.dataDir);
  const parts = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const dir = mkdtempSync(join(tmpdir(), 'assay-proxied-'));
      bench.atEnd(() => rmSync(dir, { recursive: true, force: true }));
      writeFileSync(join(dir, 'proxy.pem'), pem, { mode: 0o600 });
      const port = await steadyPort();
      const place = {
        ...{ dir, port, collectorPort: 0, socket: collector.socket },
        ...{ connections: share + MORE, perSecond: Math.ceil(PER_SECOND / count) },
      };
      const proxy = await startProxy(recipe, place);
      bench.atEnd(() => proxy.stop());
      const door = { url: `https://127.0.0.1:${port}`, ca: collector.ca };
      const range = { first: i * share, agents: Math.min(agents, (i + 1) * share) };
      const fleet = await startFleet({ seed, ...range, door });
      bench.atEnd(() => fleet.stop());
      return { proxy, fleet, size: range.agents - range.first };
    }),
  );
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const all = <T>(ask: (part: (typeof parts)[number]) => Promise<T>) => Promise.all(parts.map(ask));
  return {
    proxies: count,
    proxyRssMb: () => sum(parts.map(({ proxy }) => readProcessCost(proxy.pid).rssMb)),
    proxyCpuS: () => sum(parts.map(({ proxy }) => threadsS(proxy.pid))),
    async connect(spec) {
      const results = await all(({ fleet }) => fleet.connect(spec));
      const connected = sum(results.map((result) => result.connected));
      if (connected === agents) return;
      const attempts = sum(results.map((result) => result.attempts));
      const refused = (await all(({ fleet }) => fleet.status())).map((status) => status.refused);
      throw new Error(
        `only ${connected} of ${agents} agents could connect, in ${attempts} attempts; refused ${JSON.stringify(refused)}`,
      );
    },
    async load(spec) {
      const loads = await all(({ fleet, size }) =>
        fleet.load({ ...spec, perSecond: (spec.perSecond * size) / agents }),
      );
      return {
        perSecond: sum(loads.map(({ perSecond }) => perSecond)),
        p50: Math.max(...loads.map(({ took }) => took.p50)),
        p99: Math.max(...loads.map(({ took }) => took.p99)),
      };
    },
    open: async () => sum((await all(({ fleet }) => fleet.status())).map(({ open }) => open)),
    stop: async () => void (await all(({ fleet }) => fleet.stop())),
  };
}

const readPem = (dataDir: string) =>
  Buffer.concat(
    ['tls.pem', 'ca.pem', 'tls-key.pem'].map((name) => readFileSync(join(dataDir, 'keys', name))),
  );
