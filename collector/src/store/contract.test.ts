import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '../publish/notice.ts';
import type { VerdictChange } from '../publish/target.ts';
import { makeChange, makeDelivery, makeVerdict } from '../publish/test-doubles.ts';
import { openMemoryStore } from './memory/memory-store.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';
import { makeCommit, makeNewDevice, newToken } from './test-records.ts';

// What every engine promises of its calls; what each operation answers is compared in engines.property.test.ts.

const ENGINES = { 'SQLite store': openSqliteStore, 'store in memory': openMemoryStore };

const atFault = expect.objectContaining({ code: 'internal' });
const unavailable = expect.objectContaining({ code: 'store_unavailable' });
const unknownRotation = {
  ...{
    deviceId: 'nobody',
    oldKeyId: Buffer.alloc(32, 1),
    payload: Buffer.alloc(1),
    signature: Buffer.alloc(1),
  },
  key: {
    ...{ keyId: Buffer.alloc(32, 2), publicKey: Buffer.alloc(1), keyAlgorithm: 'ES256' as const },
    ...{ keyStorage: 'file', since: 0 },
  },
};

describe.each(Object.entries(ENGINES))('in a %s', (_, openEngine) => {
  let dir: string;
  let store: Store | null;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-store-'));
    store = null;
  });
  afterEach(async () => {
    await store?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  async function open(): Promise<Store> {
    store = await openEngine(join(dir, 'assay.db'));
    return store;
  }

  async function enrolled(opened: Store): Promise<string> {
    const device = makeNewDevice(await newToken(opened));
    expect(await opened.enroll(device)).toMatchObject({ result: 'enrolled' });
    return device.id;
  }

  describe('what is written', () => {
    test('is there again after the store was closed', async () => {
      const id = await enrolled(await open());
      await store?.appendCommit(makeCommit(id, 7, 81));
      await store?.close();
      const found = await (await open()).device(id);
      expect(found?.record.lastNumber).toBe(7);
      expect(found?.assessment?.score).toBe(81);
      expect(Buffer.from(found?.evidence ?? [])).toEqual(Buffer.from('report 7'));
    });

    test('goes in the order of the calls', async () => {
      const opened = await open();
      const values = ['first', 'second', 'third'];
      const answers = await Promise.all(values.map((value) => opened.setOnce({ key: 'k', value })));
      expect(answers).toEqual(['first', 'first', 'first']);
    });
  });

  test('the audit log is whole whatever somebody gave as a reason', async () => {
    const opened = await open();
    for (const detail of ['half a character: \ud800', 'an end \0 in between', '🔒'])
      await opened.record({ at: 1, who: '\udc00', action: 'device.revoke', subject: 'd', detail });
    expect(await opened.auditBrokenAt()).toBeNull();
  });

  describe('a call that fails', () => {
    test('takes none of the others in its group with it', async () => {
      const opened = await open();
      const answers = await Promise.allSettled([
        opened.setOnce({ key: 'a', value: '1' }),
        opened.setOnce({ key: 'b', value: '2' }),
        opened.rotateKey(unknownRotation),
        opened.setOnce({ key: 'c', value: '3' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(answers[2]).toMatchObject({ reason: { code: 'internal' } });
      await opened.close();
      expect(await (await open()).setOnce({ key: 'c', value: 'late' })).toBe('3');
    });

    test('leaves nothing of itself', async () => {
      const opened = await open();
      const id = await enrolled(opened);
      await opened.appendCommit(makeCommit(id, 1, 90));
      const change = { previous: null, current: { tier: 'limited' }, cause: { kind: 'device', text: '' } };
      const half = { ...makeCommit(id, 2, 10), change, deliveries: [{ id: null, change }] };
      await expect(opened.appendCommit(makeCommit(id, 1, 10))).rejects.toEqual(atFault);
      await expect(opened.appendCommit(half as never)).rejects.toEqual(atFault);
      const found = await opened.device(id);
      expect(found?.record.lastNumber).toBe(1);
      expect(found?.assessment?.score).toBe(90);
      await opened.appendCommit(makeCommit(id, 2));
    });

    test('is answered even when the store is closed', async () => {
      const opened = await open();
      await opened.close();
      await expect(opened.targets()).rejects.toEqual(unavailable);
      await expect(opened.setOnce({ key: 'k', value: 'v' })).rejects.toEqual(unavailable);
    });
  });

  test('a token of one use lets in one device, however many ask at once', async () => {
    const opened = await open();
    const token = await newToken(opened, 1);
    const answers = await Promise.all(Array.from({ length: 5 }, () => opened.enroll(makeNewDevice(token))));
    expect(answers.map(({ result }) => result).sort()).toEqual([
      'enrolled',
      ...Array(4).fill('token_used_up'),
    ]);
    expect(await opened.enrollmentTokens()).toMatchObject([{ uses: 1, used: 1 }]);
  });

  test('what waits for a target that was removed is not sent again, and goes when it is old', async () => {
    const opened = await open();
    const id = await enrolled(opened);
    const target = { id: 't', name: 'siem', kind: 'webhook', config: { secret: 'whsec' }, createdAt: 1 };
    await opened.createTarget(target);
    const change = makeChange();
    const delivery = makeDelivery({ id: 'd-1', targetId: 't', deviceId: id, change, createdAt: 1 });
    await opened.appendCommit({ ...makeCommit(id, 1), change, deliveries: [delivery] });
    expect(await opened.requeueDelivery({ id: 'd-1', at: 2 })).toMatchObject({ askedAt: 2 });
    await opened.removeTarget({ id: 't', at: 3 });
    expect(await opened.requeueDelivery({ id: 'd-1', at: 4 })).toBeNull();
    const told = { state: 'dead', answer: 'not sent: the target was removed' };
    expect(await opened.history({ deviceId: id, before: 10, limit: 10 })).toContainEqual(
      expect.objectContaining({ id: 'd-1', delivery: expect.objectContaining(told) }),
    );
    const pass = () => opened.pruneHistory({ after: '', before: 2, limit: 10 });
    expect((await pass()).removed).toBe(1);
    expect((await pass()).removed).toBe(0);
  });

  test('a notice that waits for a target that was removed is told as given up, one that was accepted as that', async () => {
    const opened = await open();
    await opened.createTarget({ id: 't', name: 'siem', kind: 'webhook', config: {}, createdAt: 1 });
    const notice = { event: 'exemption.ended' as const, subject: 'e', at: 1, data: {} };
    const common = { targetId: 't', deviceId: 'e', event: notice.event, notice, createdAt: 1, attempts: 0 };
    const deliveries = ['n-1', 'n-2'].map((id) => ({ ...common, id, nextAttemptAt: 1 }));
    await opened.keepNotice({ notice, deliveries });
    const accepted = { result: 'accepted' as const, status: 202, detail: 'accepted' };
    await opened.recordAttempt({
      ...{ deliveryId: 'n-1', targetId: 't', deviceId: 'e', attempt: 1, at: 2, durationMs: 1 },
      ...{ answer: accepted, state: 'delivered', nextAttemptAt: null },
    });
    await opened.removeTarget({ id: 't', at: 3 });
    const [{ deliveries: told } = { deliveries: [] }] = await opened.notices({ after: null, limit: 1 });
    const gone = { targetName: 'siem', targetRemovedAt: 3, nextAttemptAt: null };
    expect(told).toMatchObject([
      { ...gone, id: 'n-1', state: 'delivered', answer: 'accepted' },
      { ...gone, id: 'n-2', state: 'dead', answer: 'not sent: the target was removed' },
    ]);
  });

  test('of the events that tell one change, a device shows the one that a target did not take', async () => {
    const opened = await open();
    const id = await enrolled(opened);
    await opened.createTarget({ id: 't', name: 'idp', kind: 'ssf', config: {}, createdAt: 1 });
    const change = makeChange();
    const told = ['d-1', 'd-2'].map((d) => makeDelivery({ id: d, targetId: 't', deviceId: id, change }));
    await opened.appendCommit({ ...makeCommit(id, 1), change, deliveries: told });
    const answered = (deliveryId: string, state: 'retrying' | 'dead' | 'delivered') =>
      opened.recordAttempt({
        ...{ deliveryId, targetId: 't', deviceId: id, attempt: 1, at: 2, durationMs: 1, state },
        ...{ answer: { result: 'refused', status: 400, detail: state }, nextAttemptAt: null },
      });
    const shown = async () => (await opened.deliveryStates(id)).map((one) => `${one.id} ${one.answer}`);
    expect(await shown()).toEqual(['d-2 null']);
    await answered('d-1', 'retrying');
    expect(await shown()).toEqual(['d-1 retrying']);
    await answered('d-1', 'dead');
    expect(await shown()).toEqual(['d-1 dead']);
    expect(await opened.lastDeliveries()).toEqual([{ targetId: 't', acceptedAt: null, refusal: 'dead' }]);
    await answered('d-2', 'delivered');
    expect(await shown()).toEqual(['d-1 dead']);
    expect(await opened.lastDeliveries()).toEqual([{ targetId: 't', acceptedAt: 2, refusal: null }]);
    await answered('d-1', 'delivered');
    expect(await shown()).toEqual(['d-2 delivered']);
    const next = makeDelivery({ id: 'd-3', targetId: 't', deviceId: id, change, createdAt: change.at + 1 });
    await answered('d-1', 'dead');
    await opened.appendCommit({ ...makeCommit(id, 2), change, deliveries: [next] });
    expect(await shown()).toEqual(['d-3 null']);
    await answered('d-1', 'retrying');
    expect(await shown()).toEqual(['d-3 not sent yet: an earlier one is not taken, retrying']);
  });

  test('a device is found by its name in any case, also beyond ASCII, composed or not', async () => {
    const opened = await open();
    const device = makeNewDevice(await newToken(opened));
    await opened.enroll({ ...device, identity: { ...device.identity, hostname: 'BÜRO_7' } });
    const found = async (search: string) =>
      (await opened.devices({ search, tier: null, limit: 9, after: null })).total;
    for (const search of ['büro', 'BÜRO_', 'bu\u0308ro', 'ro_7', 'Ü']) expect(await found(search)).toBe(1);
    for (const search of ['büro-', 'büro%', 'ü7', 'buro']) expect(await found(search)).toBe(0);
  });

  test('a target can be told of a device whose verdict says what it said before', async () => {
    const opened = await open();
    const id = await enrolled(opened);
    await opened.createTarget({ id: 't', name: 'idp', kind: 'ssf', config: {}, createdAt: 1 });
    await opened.appendCommit(makeCommit(id, 1));
    const delivery = makeDelivery({ targetId: 't', deviceId: id });
    const same = { agentVersion: null, isRestated: true, deliveries: [delivery] };
    await opened.appendCommit({ ...makeCommit(id, 2), ...same });
    expect(await opened.pendingDeliveries({ targetId: 't', limit: 9 })).toEqual([delivery]);
    const past = await opened.history({ deviceId: id, before: Number.MAX_SAFE_INTEGER, limit: 9 });
    expect(past.map(({ kind }) => kind)).toEqual(['delivery']);
  });

  test('what waits last is known, of verdicts and of notices: what is made after a restart comes behind it', async () => {
    const opened = await open();
    const id = await enrolled(opened);
    await opened.createTarget({ id: 't', name: 'idp', kind: 'ssf', config: {}, createdAt: 1 });
    expect(await opened.newestPending()).toBeNull();
    const change = makeChange();
    const told = ['d-1', 'd-3'].map((d) => makeDelivery({ id: d, targetId: 't', deviceId: id, change }));
    await opened.appendCommit({ ...makeCommit(id, 1), change, deliveries: told });
    expect(await opened.newestPending()).toBe('d-3');
    await opened.recordAttempt({
      ...{ deliveryId: 'd-3', targetId: 't', deviceId: id, attempt: 1, at: 2, durationMs: 1 },
      ...{ state: 'delivered', answer: { result: 'accepted', status: 202, detail: '' }, nextAttemptAt: null },
    });
    expect(await opened.newestPending()).toBe('d-1');
    const notice: Notice = { event: 'exemption.ended', subject: 'e-1', at: 1, data: {} };
    const waiting = { createdAt: 1, attempts: 0, nextAttemptAt: 1 };
    const waits = { id: 'd-2', targetId: 't', deviceId: 'e-1', event: notice.event, notice, ...waiting };
    await opened.keepNotice({ notice, deliveries: [waits] });
    expect(await opened.newestPending()).toBe('d-2');
    const accepted = { targetId: 't', acceptedAt: 2, refusal: null };
    expect(await opened.lastDeliveries()).toEqual([accepted]);
    await opened.recordAttempt({
      ...{ deliveryId: 'd-2', targetId: 't', deviceId: 'e-1', attempt: 1, at: 3, durationMs: 1 },
      ...{ state: 'dead', answer: { result: 'refused', status: 410, detail: 'gone' }, nextAttemptAt: null },
    });
    expect(await opened.lastDeliveries()).toEqual([{ ...accepted, refusal: 'gone' }]);
  });

  test('the cause of a device that is not trusted stays what made it so', async () => {
    const opened = await open();
    const id = await enrolled(opened);
    let number = 0;
    async function causeAfter(text: string, change: Partial<VerdictChange>, state?: 'quarantined') {
      number += 1;
      const event = { kind: 'conflict' as const, title: '', detail: '', by: 'collector' };
      await opened.appendCommit({
        ...makeCommit(id, number),
        change: makeChange({ ...change, cause: { kind: 'device', text } }),
        ...(state ? { lifecycle: { event, standing: { state, reason: '' } } } : {}),
      });
      return (await opened.device(id))?.cause?.text;
    }
    const trusted = (score: number) => makeVerdict({ score });
    const untrusted = (score: number) => makeVerdict({ score, tier: 'untrusted' });
    expect(await causeAfter('first', { previous: null, current: trusted(100) })).toBe('first');
    expect(await causeAfter('firewall', { previous: trusted(100), current: trusted(90) })).toBe('firewall');
    expect(await causeAfter('observed', { previous: trusted(90), current: trusted(90) })).toBe('firewall');
    expect(await causeAfter('disk', { previous: trusted(90), current: untrusted(40) })).toBe('disk');
    expect(await causeAfter('mended', { previous: untrusted(40), current: untrusted(49) })).toBe('disk');
    const same = { previous: untrusted(49), current: untrusted(49) };
    expect(await causeAfter('observed', same)).toBe('disk');
    expect(await causeAfter('conflict', same, 'quarantined')).toBe('conflict');
  });

  test("what is given out is nobody else's: changing it changes nothing that is stored", async () => {
    const opened = await open();
    const id = await enrolled(opened);
    const commit = makeCommit(id, 1, 70);
    await opened.appendCommit(commit);
    commit.assessment.score = 1;
    const found = await opened.device(id);
    found?.record.groups.push('admins');
    if (found?.assessment) found.assessment.score = 2;
    expect(await opened.device(id)).toMatchObject({ record: { groups: [] }, assessment: { score: 70 } });
  });
});
