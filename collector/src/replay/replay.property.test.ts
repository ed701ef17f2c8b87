import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AssayError,
  type Assessment,
  decodeReport,
  encodeReport,
  parseJoinString,
  type Signals,
  type Signer,
  signEnvelope,
} from '@assay/shared';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anySignals } from '../assess/testdata/arbitraries.ts';
import { createBackground } from '../background.ts';
import { openStore } from '../engine.ts';
import { changeDevice } from '../enrollment/change-device.ts';
import { issueToken } from '../enrollment/issue-token.ts';
import { createExemptionBook } from '../exemptions/book.ts';
import { openExemptions } from '../exemptions/open.ts';
import { createFleet, type Device } from '../fleet.ts';
import { createJudge } from '../judge.ts';
import { loadPolicy } from '../policy/load.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';
import { createStages } from '../stages.ts';
import { withoutReport } from '../step.ts';
import type { Store } from '../store/store.ts';
import { makeNewDevice, newSigner } from '../store/test-records.ts';
import { namedTable } from './basis.ts';
import { createReplayer } from './replay.ts';

const HISTORIES = Number(process.env.ASSAY_HISTORIES ?? 100);
const HOUR = 3_600_000;

const CONDITIONS = {
  disk: 'disk_encryption.system_volume.encrypted',
  edr: 'edr.products.exists(p, p.running)',
  support: 'os_support.status == "supported"',
  firewall: 'firewall.enabled',
  boot: 'secure_boot.enabled && !secure_boot.setup_mode',
  restart: '!reboot_pending.pending',
  physical: '!hardware.virtual && hardware.memory_bytes > 0',
};
type CheckId = keyof typeof CONDITIONS;
const ids = Object.keys(CONDITIONS) as CheckId[];

const rule = fc.constantFrom('pass', 'fail', 'ignore');
const anyPolicyText = fc
  .record({
    chosen: fc.subarray(ids, { minLength: 1 }),
    required: fc.subarray(ids, { maxLength: 2 }),
    weights: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: ids.length, maxLength: ids.length }),
    unknown: rule,
    age: fc.constantFrom('1h', '24h'),
    limited: fc.integer({ min: 1, max: 60 }),
    hold: fc.constantFrom('0s', '5m', '2h'),
    grace: fc.constantFrom('0s', '1h', '24h'),
    stage: fc.constantFrom('enforce', 'enforce', 'warn', 'observe'),
    secondPerson: fc.boolean(),
  })
  .map(({ chosen, required, weights, unknown, age, limited, hold, grace, stage, secondPerson }) =>
    JSON.stringify({
      policy: 'random',
      tiers: { limited, trusted: limited + 30 },
      evidence_max_age: age,
      exemptions: { max_open: 10_000, second_person: secondPerson ? ['renewals', 'required'] : [] },
      checks: chosen.map((id, i) => ({
        ...{ id, title: id, pass: CONDITIONS[id], weight: weights[i], required: required.includes(id) },
        ...{ unknown, explain: `what ${id} asks for` },
        // Not of every check: what is held back stands beside what counts at once.
        ...(i % 2 === 0 ? { hold, grace } : { stage }),
      })),
    }),
  );

type Step =
  | { kind: 'report'; signals: Signals }
  | { kind: 'wait'; ms: number }
  | { kind: 'policy'; text: string; isSeenAtOnce: boolean }
  | { kind: 'standing'; state: 'active' | 'quarantined' }
  | { kind: 'excuse'; check: CheckId; forGroup: boolean; ms: number }
  | { kind: 'renew'; which: number; ms: number }
  | { kind: 'approve'; which: number; ms: number }
  | { kind: 'end'; which: number; ms: number }
  | { kind: 'break_glass'; on: boolean; ms: number };

const toReport = (deviceId: string, number: number, signals: Signals) =>
  encodeReport({ deviceId, number, signals, nonce: Buffer.alloc(32), bootId: 'b', createdAt: 0, lost: null });
const canTravel = (signals: Signals): boolean => {
  try {
    decodeReport(toReport('d', 1, signals));
    return true;
  } catch {
    return false;
  }
};
const anyReported = (anySignals as fc.Arbitrary<Signals>).filter(canTravel);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('report' as const), signals: anyReported }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 30 * HOUR }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('policy' as const),
      text: anyPolicyText,
      isSeenAtOnce: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('excuse' as const),
      check: fc.constantFrom(...ids),
      forGroup: fc.boolean(),
      ms: fc.integer({ min: HOUR, max: 100 * HOUR }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('renew' as const, 'approve' as const, 'end' as const),
        which: fc.nat(3),
        ms: fc.integer({ min: HOUR, max: 100 * HOUR }),
      })
      .map((step): Step => step as Step),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('break_glass' as const),
      on: fc.boolean(),
      ms: fc.integer({ min: 60_000, max: 4 * HOUR }),
    }),
  },
  fc.record({
    kind: fc.constant('standing' as const),
    state: fc.constantFrom('active' as const, 'quarantined' as const),
  }),
);

let dir: string;
let store: Store;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-replay-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A history is a collector's whole life: break-glass is about every device that it has. */
async function open(name: string): Promise<void> {
  store = await openStore(join(dir, `${name}.db`));
  await store.keepReferenceValues(namedTable(builtInOsEol));
}

async function enrolledDevice(now: number, signer: Signer): Promise<string> {
  const collector = { url: 'https://collector.example:7443', caPin: 'A'.repeat(43) };
  const { joinString } = await issueToken(
    { groups: ['lab'] },
    { store, clock: { now: () => now }, collector },
  );
  const device = { ...makeNewDevice(parseJoinString(joinString).token, signer), at: now };
  expect(await store.enroll(device)).toMatchObject({ result: 'enrolled' });
  return device.id;
}

type Exactly<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;
type Ordinary = 'report' | 'wait' | 'policy' | 'standing';
const isOrdinary = (step: Step): step is Exactly<Ordinary> =>
  ['report', 'wait', 'policy', 'standing'].includes(step.kind);

/** What may not be done is refused, and changes nothing. */
function refusals(error: unknown): void {
  if (!(error instanceof AssayError) || error.code === 'store_unavailable') throw error;
}

/** Lives a history as a collector does, and gives out what was published. */
async function live(firstPolicy: string, steps: readonly Step[], start: number) {
  let now = start;
  const signer = newSigner();
  const id = await enrolledDevice(start, signer);
  const published: Assessment[] = [];
  const use = async (text: string) => {
    const policy = loadPolicy(text, 'random.yaml');
    const version = { hash: policy.hash, name: policy.name, source: text };
    await store.activatePolicy({
      version,
      at: now,
      kind: 'applied',
      by: 'test',
      reason: 'test',
      planned: null,
    });
    return policy;
  };
  let policy = await use(firstPolicy);
  const clock = { now: () => now };
  const book = createExemptionBook([], []);
  const judge = createJudge({
    get policy() {
      return policy;
    },
    osEol: builtInOsEol,
    vendors: {},
    excuses: book,
    stages: createStages(),
    store,
    publisher: { planDeliveries: () => [], enqueue() {} },
    onAssessed: ({ assessment, change }) => change && published.push(assessment),
  });
  const fleet = createFleet(store);
  const { exemptions, keeper } = openExemptions({
    ...{ fleet, store, judge, background: createBackground(), book, clock, policy: () => policy },
    ...{ onJudged() {}, onChanged() {}, publisher: { planNotice: () => [], enqueue() {} } },
    onError(error) {
      throw error;
    },
  });
  const granted: string[] = [];
  const excuse = async (step: Exactly<'excuse' | 'renew' | 'approve' | 'end' | 'break_glass'>) => {
    const request = { reason: 'a test', until: now + step.ms };
    if (step.kind === 'break_glass')
      return step.on ? exemptions.startBreakGlass(request, 'ada') : exemptions.endBreakGlass('ada');
    if (step.kind === 'excuse') {
      const scope = step.forGroup
        ? { kind: 'group' as const, group: 'lab' }
        : { kind: 'device' as const, device: id };
      return granted.push((await exemptions.grant({ ...request, check: step.check, scope }, 'ada')).id);
    }
    const one = granted[step.which] ?? '';
    if (step.kind === 'renew') return granted.push((await exemptions.renew(one, request, 'ada')).id);
    return step.kind === 'approve' ? exemptions.approve(one, 'bob') : exemptions.end(one, 'ada');
  };

  const quietly = (device: Device) => judge(device, withoutReport(device, now));
  const take = async (device: Device, step: Exactly<Ordinary>): Promise<void> => {
    if (step.kind === 'report') {
      const number = device.record.lastNumber + 1;
      const payload = toReport(id, number, step.signals);
      const evidence = { number, ...(await signEnvelope('report', payload, signer)) };
      const { signals } = decodeReport(payload);
      const facts = { evidence, identity: null, agentVersion: '0.1.0' };
      await judge(device, { at: now, signals, ...facts });
    } else if (step.kind === 'policy') {
      policy = await use(step.text);
      if (step.isSeenAtOnce && device.assessment) await quietly(device);
    } else if (step.kind === 'standing') {
      const event = { kind: 'conflict' as const, title: 'T', detail: '', by: 'test' };
      const standing = { state: step.state, reason: 'a test' };
      const cause = { kind: 'admin' as const, text: 'a test' };
      await changeDevice(
        device,
        { step: { event, standing }, cause },
        { store, judge, clock, onChanged: () => {} },
      );
    } else {
      now += step.ms;
      if (device.assessment) await quietly(device);
    }
  };
  for (const step of steps) {
    now += 1;
    if (!isOrdinary(step)) {
      await excuse(step).catch(refusals);
      await keeper.look();
      continue;
    }
    // Loaded anew each time: what replays must not depend on what was only in memory.
    await fleet.with(id, async (device) => {
      if (!device) throw new Error('no device');
      await take(device, step);
    });
  }
  now += 1;
  await exemptions.endBreakGlass('ada').catch(refusals);
  await keeper.stop();
  return { id, published };
}

describe('any verdict of a random history', () => {
  it(`is made again from what is stored, bit for bit (${HISTORIES} histories)`, async () => {
    let replayed = 0;
    const excused = new Set<string>();
    let start = Date.UTC(2026, 0, 5);
    await fc.assert(
      fc.asyncProperty(
        anyPolicyText,
        fc.array(anyStep, { minLength: 1, maxLength: 20 }),
        async (firstPolicy, steps) => {
          start += 1;
          await open(String(start));
          const { id, published } = await live(firstPolicy, steps, start);
          const replayer = createReplayer(store);
          for (const [i, assessment] of published.entries()) {
            const until = (published[i + 1]?.assessedAt ?? assessment.assessedAt + 2) - 1;
            const replay = await replayer.replay(id, until);
            expect(replay?.assessment).toEqual(assessment);
            expect(JSON.stringify(replay?.assessment)).toBe(JSON.stringify(assessment));
            expect(replay?.isIdentical).toBe(true);
            // Whatever is published moved, and something moved it.
            expect(replay?.changes.length).toBeGreaterThan(0);
            replayed += 1;
            for (const { excuse } of assessment.checks) if (excuse) excused.add(excuse.kind);
          }
          await store.close();
        },
      ),
      { numRuns: HISTORIES },
    );
    expect(replayed).toBeGreaterThan(HISTORIES);
    expect([...excused].sort()).toEqual(['break_glass', 'exempt', 'grace', 'hold', 'observe', 'warn']);
  }, 600_000);
});
