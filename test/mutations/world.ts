import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJoinString } from '@assay/shared';
import { pino } from 'pino';
import { openStore } from '../../collector/src/engine.ts';
import { issueToken } from '../../collector/src/enrollment/issue-token.ts';
import { createLifecycle } from '../../collector/src/enrollment/lifecycle.ts';
import { createExemptionBook } from '../../collector/src/exemptions/book.ts';
import { createFleet } from '../../collector/src/fleet.ts';
import { ADMISSION } from '../../collector/src/gateway/admission.ts';
import { createBacklog } from '../../collector/src/gateway/backlog.ts';
import { createLiveSessions } from '../../collector/src/gateway/live-sessions.ts';
import { openSession } from '../../collector/src/gateway/session.ts';
import type { SessionServices } from '../../collector/src/gateway/session-services.ts';
import { createJudge } from '../../collector/src/judge.ts';
import { loadPolicy } from '../../collector/src/policy/load.ts';
import { builtInOsEol } from '../../collector/src/reference-values/os-eol.ts';
import { createStages } from '../../collector/src/stages.ts';
import type { Commit, OfflineReports } from '../../collector/src/store/report-log.ts';
import type { Store } from '../../collector/src/store/store.ts';
import { createInMemorySocket, type InMemorySocket } from '../helpers/in-memory-socket.ts';

const BASELINE = new URL('../../collector/src/policy/built-in/baseline.yaml', import.meta.url);

/** A connection that has been challenged. */
export interface Connection {
  socket: InMemorySocket;
  challenge: { nonce: Uint8Array; collectorId: string };
}

/** The collector's own verification path, from frame to durable verdict, with nothing replaced but the network. */
export interface World {
  connect(): Promise<Connection>;
  /** A token that enrolls as often as needed. */
  token: string;
  /** Collector's clock, ms. */
  now: number;
  services: SessionServices;
  store: Store;
  /** Called for every report that became durable. */
  onCommit: (commit: Commit) => void;
  /** Called for what was stored as a device's past. */
  onOffline: (reports: OfflineReports) => void;
  close(): Promise<void>;
}

/** @param collectorId another unless said otherwise */
export async function createWorld(collectorId: string = randomUUID()): Promise<World> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-mutations-'));
  const store = await openStore(join(dir, 'assay.db'));
  const log = pino({ level: 'silent' });

  const world: World = {
    token: '',
    now: Date.UTC(2026, 0, 15),
    store,
    get services() {
      return services;
    },
    onCommit() {},
    onOffline() {},
    async connect() {
      const socket = createInMemorySocket();
      openSession(socket.server, services, () => {});
      const challenge = await socket.next();
      if (challenge.type !== 'challenge') throw new Error(`expected challenge, got ${challenge.type}`);
      return { socket, challenge: { nonce: challenge.nonce, collectorId: challenge.collectorId } };
    },
    async close() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  const clock = { now: () => world.now };
  const fleet = createFleet(store);
  const stages = createStages();
  const judge = createJudge({
    policy: loadPolicy(readFileSync(BASELINE, 'utf8'), 'baseline.yaml'),
    osEol: builtInOsEol,
    vendors: {},
    excuses: createExemptionBook([], []),
    stages,
    store: {
      async appendCommit(commit: Commit) {
        await store.appendCommit(commit);
        world.onCommit(commit);
      },
    },
    publisher: { planDeliveries: () => [], enqueue() {} },
    onAssessed() {},
  });
  const devices = { fleet, store, judge, clock, onChanged() {}, endSession() {} };
  const services: SessionServices = {
    collectorId,
    fleet,
    store: {
      ...store,
      async appendOffline(reports) {
        const outcome = await store.appendOffline(reports);
        if (outcome.result === 'stored') world.onOffline(reports);
        return outcome;
      },
    },
    devices,
    lifecycle: createLifecycle(devices),
    judge,
    clock,
    stages,
    live: createLiveSessions(),
    intervals: { reportS: 60, fullReportS: 3600 },
    log,
    backlog: createBacklog(ADMISSION.maxWaitingBytes),
    random: () => 0.5,
    onConnection() {},
    onEnrolled() {},
    count() {},
    canary: { isOwn: () => false, stages: createStages() },
    onSeen() {},
  };
  const collector = { url: 'https://127.0.0.1', caPin: randomBytes(32).toString('base64url') };
  const year = { uses: 100_000_000, expiresInS: 365 * 86_400 };
  world.token = parseJoinString((await issueToken(year, { store, clock, collector })).joinString).token;
  return world;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
