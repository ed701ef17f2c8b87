import type { Clock } from '@assay/shared';
import type { Logger } from 'pino';
import type { BreakGlass } from './assess/exemption.ts';
import type { Canary } from './canary/canary.ts';
import type { Backlog } from './gateway/backlog.ts';
import type { Door } from './gateway/door.ts';
import type { DeviceWatch } from './health/device-watch.ts';
import { createHealthWatch, type HealthWatch } from './health/health-watch.ts';
import type { LoopWatch } from './loop-watch.ts';
import type { Metrics } from './metrics.ts';
import type { WorkerHealth } from './publish/health.ts';
import type { Publisher } from './publish/publisher.ts';
import type { Reassessor } from './reassess.ts';
import type { Store } from './store/store.ts';

const LOOK_EVERY_MS = 5000;
/** Every third look, and every look while it is failing: then it must be seen to work again without any traffic. */
const PROBE_EVERY = 3;

/** The parts that are watched. */
export interface WatchedParts {
  store: Pick<Store, 'status' | 'probe' | 'targets'>;
  reassessor: Pick<Reassessor, 'behindMs'>;
  publisher: Pick<Publisher, 'status'>;
  loop: Pick<LoopWatch, 'longestMs'>;
  devices: DeviceWatch;
  canary: Pick<Canary, 'failing'>;
  /** While everything is excused for everybody. */
  breakGlass(): BreakGlass | null;
  clock: Clock;
  log: Logger;
}

/** Watches the collector's own parts: for /readyz, the console and the log. */
export function watchSelf(parts: WatchedParts): HealthWatch & { stop(): void } {
  const { store, reassessor, publisher, loop, devices, canary, breakGlass, clock, log } = parts;
  const watch = createHealthWatch(
    () => ({
      store: store.status(),
      assessingBehindMs: reassessor.behindMs(),
      loopLateMs: loop.longestMs(),
      targets: publisher.status().filter(({ isForCanary }) => !isForCanary),
      silentAgents: devices.silent(),
      hangingProbes: devices.hanging(),
      canary: canary.failing(),
      breakGlass: breakGlass(),
    }),
    clock,
    log,
  );
  let looks = 0;
  const timer = setInterval(() => {
    watch.look();
    const { writer, reader } = store.status();
    // One that waits already is probe enough.
    if (writer.waitingMs > 0 || reader.waitingMs > 0) return;
    if (looks++ % PROBE_EVERY !== 0 && !writer.failing && !reader.failing) return;
    // What comes of it shows in the store's status.
    store.probe(clock.now()).catch(() => {});
    store.targets().catch(() => {});
  }, LOOK_EVERY_MS);
  timer.unref();
  return { ...watch, stop: () => clearInterval(timer) };
}

/** What is watched, and what the gateway holds, as gauges. */
export function watchByMetrics(
  metrics: Metrics,
  { store, reassessor, publisher, loop, devices, clock }: WatchedParts,
  { health, door, backlog }: { health: HealthWatch; door: Door; backlog: Backlog },
): void {
  metrics.gauge('assay_health_problems', 'what a person should look at, by code', {
    label: 'code',
    read: () => countBy(health.current().problems.map(({ code }) => code)),
  });
  metrics.gauge(
    'assay_target_failing_seconds',
    'for how long a target has taken nothing that it was sent; 0: it took the last',
    {
      label: 'target',
      read: () =>
        Object.fromEntries(
          publisher
            .status()
            .filter(({ isForCanary }) => !isForCanary)
            .map(({ name, health }) => [name, failingMs(health, clock.now()) / 1000]),
        ),
    },
  );
  metrics.gauge('assay_store_waiting_seconds', 'age of the oldest call that the store has not answered', {
    label: 'connection',
    read: () => ({
      writer: store.status().writer.waitingMs / 1000,
      reader: store.status().reader.waitingMs / 1000,
    }),
  });
  const figures: [name: string, help: string, read: () => number][] = [
    [
      'assay_assessing_behind_seconds',
      'since all verdicts that were due were judged',
      () => reassessor.behindMs() / 1000,
    ],
    [
      'assay_event_loop_late_seconds',
      'longest delay of the event loop in the last minute',
      () => loop.longestMs() / 1000,
    ],
    ['assay_agents_silent', 'connected agents that said nothing for three report intervals', devices.silent],
    ['assay_devices_with_hanging_probes', 'devices on which a probe hangs or crashes', devices.hanging],
    ['assay_connections', 'open connections', () => door.load().connections],
    [
      'assay_connections_pending',
      'connections that have not said what they want yet',
      () => door.load().pending,
    ],
    [
      'assay_connections_in_line',
      'connections that wait before their TLS handshake',
      () => door.load().inLine,
    ],
    ['assay_backlog_bytes', 'messages that were read and are not worked on yet', () => backlog.bytes],
    ['process_resident_memory_bytes', 'memory of the process', process.memoryUsage.rss],
  ];
  for (const [name, help, read] of figures) metrics.gauge(name, help, { read });
}

const failingMs = (health: WorkerHealth | null, now: number): number =>
  Math.max(0, now - (health?.failingSince ?? now));

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
