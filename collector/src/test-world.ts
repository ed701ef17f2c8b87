import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Assessment,
  encodeReport,
  parseJoinString,
  type Signals,
  type Signer,
  signEnvelope,
} from '@assay/shared';
import { v7 as uuidv7 } from 'uuid';
import { createBackground } from './background.ts';
import { openStore } from './engine.ts';
import { issueToken } from './enrollment/issue-token.ts';
import { loadExemptionBook } from './exemptions/book.ts';
import { type ExemptionParts, openExemptions } from './exemptions/open.ts';
import { createFleet, type Fleet } from './fleet.ts';
import { createJudge } from './judge.ts';
import { loadPolicy } from './policy/load.ts';
import type { Notice } from './publish/notice.ts';
import { planNotice } from './publish/plan.ts';
import type { NoticeDelivery, TargetKind, VerdictChange } from './publish/target.ts';
import { webhookKind } from './publish/webhook.ts';
import { createReassessor, type Reassessor } from './reassess.ts';
import { builtInOsEol } from './reference-values/os-eol.ts';
import { namedTable } from './replay/basis.ts';
import { createStages } from './stages.ts';
import type { Store } from './store/store.ts';
import { makeNewDevice, newSigner } from './store/test-records.ts';
import type { Vendors } from './verify/attestation.ts';

/** What a collector judges with, on a real store, at a time that a test sets. */
export interface TestWorld {
  now: number;
  readonly store: Store;
  readonly fleet: Fleet;
  readonly excused: ExemptionParts;
  readonly reassessor: Reassessor;
  /** What consumers would have been told, oldest first. */
  readonly told: VerdictChange[];
  /** Devices whose agents would have been asked for a report because time moved their verdict, oldest first. */
  readonly moved: string[];
  /** And what of no single device. */
  readonly notices: Notice[];
  enroll(groups?: string[]): Promise<string>;
  report(deviceId: string, signals: Signals): Promise<Assessment>;
  assessment(deviceId: string): Promise<Assessment>;
  /** Titles of a device's timeline, newest first. */
  timeline(deviceId: string): Promise<string[]>;
  /** Everything in memory is gone; the database is opened again. */
  restart(): Promise<void>;
  /** Does what the collector does each second and each minute, until nothing is left to do. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param policyText YAML of the policy in force
 * @param vendors whose statements can be verified
 */
export async function openTestWorld(
  policyText: string,
  start: number,
  vendors: Vendors = {},
): Promise<TestWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-world-'));
  const policy = loadPolicy(policyText, 'test.yaml');
  const told: VerdictChange[] = [];
  const notices: Notice[] = [];
  const file = join(dir, 'assay.db');
  const signers = new Map<string, Signer>();
  const clock = { now: () => world.now };
  let parts: Awaited<ReturnType<typeof open>>;

  async function open() {
    const store = await openStore(file);
    await store.keepReferenceValues(namedTable(builtInOsEol));
    const fleet = createFleet(store);
    const book = await loadExemptionBook(store, world.now);
    const judge = createJudge({
      ...{ policy, osEol: builtInOsEol, excuses: book, vendors, store },
      stages: createStages(),
      publisher: {
        planDeliveries(change) {
          told.push(change);
          return [];
        },
        enqueue() {},
      },
      onAssessed() {},
    });
    const fail = (error: unknown) => {
      throw error;
    };
    const hook = {
      id: 'siem',
      kind: webhookKind as TargetKind,
      config: { url: 'https://siem.example/', secret: '' },
    };
    await store.createTarget({ id: 'siem', name: 'siem', kind: 'webhook', config: {}, createdAt: start });
    const publisher = {
      planNotice: (notice: Notice) => planNotice([hook], notice, { now: world.now, newId: uuidv7 }),
      enqueue: (deliveries: readonly NoticeDelivery[]) => {
        notices.push(...deliveries.map(({ notice }) => notice));
      },
    };
    const background = createBackground();
    const services = { fleet, store, judge, background, book, clock, publisher, policy: () => policy };
    const excused = openExemptions({ ...services, onJudged() {}, onChanged() {}, onError: fail });
    return {
      store,
      fleet,
      judge,
      excused,
      reassessor: createReassessor(
        fleet,
        store,
        { judge, background, clock, onMoved: (id) => world.moved.push(id) },
        fail,
      ),
    };
  }

  const world: TestWorld = {
    now: start,
    told,
    moved: [],
    notices,
    get store() {
      return parts.store;
    },
    get fleet() {
      return parts.fleet;
    },
    get excused() {
      return parts.excused;
    },
    get reassessor() {
      return parts.reassessor;
    },
    async enroll(groups = []) {
      const collector = { url: 'https://collector.example:7443', caPin: 'A'.repeat(43) };
      const { joinString } = await issueToken({ groups }, { store: parts.store, clock, collector });
      const signer = newSigner();
      const device = { ...makeNewDevice(parseJoinString(joinString).token, signer), at: world.now };
      signers.set(device.id, signer);
      await parts.store.enroll(device);
      return device.id;
    },
    report: (id, signals) =>
      parts.fleet.with(id, async (device) => {
        if (!device) throw new Error(`there is no device ${id}`);
        const number = device.record.lastNumber + 1;
        const fields = { nonce: Buffer.alloc(32), bootId: 'b', createdAt: world.now, lost: null };
        const payload = encodeReport({ deviceId: id, number, signals, ...fields });
        const evidence = { number, ...(await signEnvelope('report', payload, signers.get(id) as Signer)) };
        const told = { identity: null, agentVersion: '0.1.0', clockSkew: 0 };
        const step = { at: world.now, signals, evidence, ...told };
        return parts.judge(device, step);
      }),
    async assessment(id) {
      const found = await parts.store.device(id);
      if (!found?.assessment) throw new Error(`device ${id} was not judged`);
      return found.assessment;
    },
    async timeline(id) {
      const past = await parts.store.history({ deviceId: id, before: Number.MAX_SAFE_INTEGER, limit: 100 });
      return past.flatMap(({ event }) => event?.title ?? []);
    },
    async restart() {
      await parts.excused.keeper.stop();
      await parts.store.close();
      parts = await open();
    },
    async tick() {
      await parts.excused.keeper.look();
      await parts.reassessor.look();
    },
    async close() {
      await parts.excused.keeper.stop();
      await parts.store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  parts = await open();
  return world;
}
