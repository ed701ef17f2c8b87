import type { Assessment } from '@assay/shared';
import fc from 'fast-check';
import type { VerdictChange } from '../../publish/target.ts';
import type { Commit } from '../report-log.ts';
import type { Reads, Writes } from '../store.ts';
import { makeCommit } from '../test-records.ts';
import { AT, DELIVERIES, DEVICES, EXEMPTIONS, GROUPS, HOUR, NOTICED, POLICIES, SPAN, TARGETS, TOKENS, bytes } from './few.ts';

/** Something asked of a store; `restart`: it is closed and opened again. */
export interface Operation {
  name: keyof Writes | keyof Reads | 'restart';
  input: unknown;
}

const at = fc.integer({ min: 0, max: SPAN }).map((hours) => AT + hours * HOUR);
const maybeAt = fc.option(at);
const device = fc.constantFrom(...DEVICES);
const number = fc.integer({ min: 1, max: 12 });
const key = fc.integer({ min: 1, max: 6 }).map(bytes);
const serial = fc.constantFrom(null, 'A1', 'a1', 'Ä1', 'ä1');
const tier = fc.constantFrom('trusted' as const, 'limited' as const, 'untrusted' as const);
const policy = fc.constantFrom(...POLICIES);
const name = fc.constantFrom('b', 'a', 'Å', '\u{1f600}', '￼');
const person = fc.constantFrom('ada', 'bob');
const audit = fc.record(
  {
    ...{ at, who: person, action: fc.constant('a.test'), subject: device, detail: fc.string() },
    ...{ source: fc.constantFrom('cli', 'console'), before: fc.constant({ a: 1 }), after: fc.constant({ a: 2 }) },
  },
  { requiredKeys: ['at', 'who', 'action', 'subject', 'detail'] },
);

const conflictKind = fc.constantFrom('same_hardware' as const, 'two_places' as const);
const event = fc.record({
  kind: fc.constantFrom('approved' as const, 'owner' as const),
  title: fc.constantFrom('one', 'other'),
  detail: fc.constant(''),
  by: person,
});
const state = fc.constantFrom('active' as const, 'quarantined' as const, 'revoked' as const);
const step = fc.record(
  {
    event,
    standing: fc.record({ state, reason: fc.constant('why'), replacedBy: device }, { requiredKeys: ['state', 'reason'] }),
    owner: fc.constantFrom(null, 'ada@example.com'),
    conflicts: fc.array(
      fc.record({ kind: conflictKind, otherId: fc.option(device), detail: fc.constant('seen') }),
      { maxLength: 2 },
    ),
    resolves: fc.constant([{ id: 'the first open conflict', resolution: 'keep_both' as const }]),
  },
  { requiredKeys: ['event'] },
);

const check = fc.record({
  check: fc.constantFrom('fw', 'disk'),
  worth: fc.integer({ min: 0, max: 30 }),
  excuse: fc.option(fc.record({ kind: fc.constant('exempt'), id: fc.constantFrom(...EXEMPTIONS) })),
});
const assessment = fc
  .record({
    policy: fc.record({ name: fc.constant('p'), hash: policy }),
    ...{ assessedAt: at, validUntil: at, nextLookAt: fc.option(at), tierSince: at },
    ...{ score: fc.integer({ min: 0, max: 100 }), tier, compliant: fc.boolean() },
    checks: fc.uniqueArray(check, { maxLength: 2, selector: (made) => made.check }),
  })
  .map((made) => ({ ...made, cap: null }) as unknown as Assessment);

const verdict = fc.record({
  ...{ score: fc.integer({ min: 0, max: 2 }), tier, compliant: fc.boolean() },
  ...{ since: at, validUntil: at, policy },
});
const change = fc
  .record({
    ...{ previous: fc.option(verdict), current: verdict, at },
    cause: fc.record({ kind: fc.constantFrom('device' as const, 'policy' as const), text: fc.constant('because') }),
    findings: fc.array(
      fc.record({ check: fc.constantFrom('fw', 'disk'), outcome: fc.constantFrom('fail', 'unknown') }),
      { maxLength: 2 },
    ),
    lifecycle: fc.option(fc.record({ kind: fc.constantFrom('revoked', 'owner_changed') }), { nil: undefined }),
  })
  .map(({ lifecycle, ...made }) => ({ ...made, subject: {}, ...(lifecycle ? { lifecycle } : {}) }) as unknown as VerdictChange);

const commit = fc
  .record({
    ...{ deviceId: device, at, number: fc.option(number), assessment, change: fc.option(change) },
    ...{ lookAt: fc.option(at), isRestated: fc.boolean(), isNewPosture: fc.boolean() },
    identity: fc.option(fc.record({ hostname: name, serial, uuid: fc.constant(null) })),
    agentVersion: fc.constantFrom(null, '0.2.0'),
    lifecycle: fc.option(step),
    events: fc.array(
      fc.tuple(event, at).map(([row, when]) => ({ ...row, at: when })),
      { maxLength: 2 },
    ),
    sent: fc.uniqueArray(fc.tuple(fc.constantFrom(...DELIVERIES), fc.constantFrom(...TARGETS), fc.boolean()), {
      maxLength: 2,
      selector: ([id]) => id,
    }),
    kept: fc.boolean(),
  })
  .map(({ number: made, sent, lifecycle, identity, kept, ...fields }): Commit => {
    const { change: moved, at: createdAt, deviceId } = fields;
    const other = moved && { ...moved, findings: [] };
    const deliveries = moved
      ? sent.map(([id, targetId, isOwn]) => ({
          ...{ id, targetId, deviceId, event: 'device.tier_changed', createdAt, attempts: 0 },
          ...{ change: isOwn ? moved : (other as VerdictChange), nextAttemptAt: createdAt + HOUR },
        }))
      : [];
    const evidence = made === null ? null : makeCommit(deviceId, made).evidence;
    return {
      ...fields,
      ...{ evidence, deliveries, isNewPosture: fields.isNewPosture && made !== null },
      ...(lifecycle ? { lifecycle: { ...lifecycle, resolves: [] } } : {}),
      identity: identity && { ...identity, vendor: null, model: null, virtual: null },
      judgement: kept && moved ? { basis: { version: '1' } as never, digest: bytes(1) } : null,
    };
  });

const offline = fc
  .record({
    ...{ deviceId: device, at, offlineAt: at },
    known: fc.array(fc.tuple(number, fc.boolean()), { maxLength: 1 }),
    numbers: fc.uniqueArray(number, { maxLength: 3 }),
    events: fc.array(fc.tuple(event, at), { maxLength: 1 }),
  })
  .map(({ known, numbers, offlineAt, events, ...fields }) => ({
    ...fields,
    known: known.map(([made, isSame]) => ({
      number: made,
      payload: isSame ? Buffer.from(`report ${made}`) : Buffer.from('another'),
    })),
    reports: numbers
      .sort((a, b) => a - b)
      .map((made) => ({ ...(makeCommit('', made).evidence as object), offlineAt })),
    events: events.map(([row, when]) => ({ ...row, at: when })),
  }));

const newDevice = fc
  .record({ ...{ id: device, token: fc.constantFrom(...TOKENS), keyId: key, serial, hostname: name, at } })
  .map(({ token, serial: claimed, hostname, ...fields }) => ({
    ...fields,
    ...{ tokenHash: Buffer.from(token), platform: 'linux', keyAlgorithm: 'ES256', keyStorage: 'file' },
    ...{ publicKey: bytes(9), agentVersion: '0.1.0' },
    identity: { hostname, serial: claimed, uuid: null, vendor: null, model: null, virtual: true },
  }));

const token = fc
  .record({
    ...{ id: fc.constantFrom(...TOKENS), createdAt: at, expiresAt: at, uses: fc.integer({ min: 1, max: 4 }) },
    ...{ owner: fc.constantFrom(null, 'ada@example.com'), groups: fc.uniqueArray(fc.constantFrom(...GROUPS)) },
    ...{ approval: fc.boolean(), onConflict: fc.constantFrom('quarantine', 'replace') },
  })
  .map((made) => ({ ...made, used: 0, hash: Buffer.from(made.id) }));

const exemption = fc
  .record({
    ...{ id: fc.constantFrom(...EXEMPTIONS), check: fc.constantFrom('fw', 'disk'), by: person, requestedAt: at },
    scope: fc.oneof(
      fc.record({ kind: fc.constant('device'), device }),
      fc.record({ kind: fc.constant('group'), group: fc.constantFrom(...GROUPS) }),
    ),
    ...{ reason: fc.constantFrom('why', ' '), from: fc.option(at), until: at, firstAt: fc.constant(AT) },
    renews: fc.option(fc.constantFrom(...EXEMPTIONS), { freq: 2 }),
  })
  .map((made) => ({
    ...made,
    ...{ approvedBy: null, endedAt: null, endedBy: null, warned: false, applied: false },
  }));

const breakGlass = fc.record({
  ...{ id: fc.constantFrom('g-1', 'g-2'), reason: fc.constant('fire'), by: person, from: at, until: at },
  ...{ endedAt: fc.constant(null), endedBy: fc.constant(null), applied: fc.constant(false) },
});

const rollout = fc.record({
  ...{ id: fc.integer({ min: 0, max: 2 }), candidate: policy, base: policy },
  state: fc.constantFrom('running', 'halted'),
  stage: fc.constantFrom('observe', 'enforce'),
});

const op = (operation: keyof Writes, input: fc.Arbitrary<unknown>) =>
  input.map((made): Operation => ({ name: operation, input: made }));
const often = (weight: number, arbitrary: fc.Arbitrary<Operation>) => ({ weight, arbitrary });
const decision = (id: fc.Arbitrary<string>) => fc.record({ id, by: person, at, audit });

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  often(3, op('createEnrollmentToken', token)),
  often(1, op('expireEnrollmentToken', fc.record({ id: fc.constantFrom(...TOKENS), at, audit }))),
  often(8, op('enroll', newDevice)),
  often(
    1,
    op(
      'rotateKey',
      fc.record({ deviceId: device, oldKeyId: key, keyId: key, since: at }).map(({ keyId, since, ...fields }) => ({
        ...{ ...fields, payload: bytes(1), signature: bytes(2) },
        key: { keyId, publicKey: bytes(8), keyAlgorithm: 'ES256', keyStorage: 'tpm', since },
      })),
    ),
  ),
  often(16, op('appendCommit', commit)),
  often(3, op('appendOffline', offline)),
  often(3, op('applyLifecycle', fc.record({ deviceId: device, at, step }))),
  often(1, op('touchDevices', fc.array(fc.record({ id: device, at }), { maxLength: 3 }))),
  often(1, op('postponeLook', fc.record({ id: device, at }))),
  often(
    3,
    op(
      'createTarget',
      fc.record({ id: fc.constantFrom(...TARGETS), name, kind: fc.constant('webhook'), config: fc.constant({ a: 1 }), createdAt: at }),
    ),
  ),
  often(1, op('removeTarget', fc.record({ id: fc.constantFrom(...TARGETS), at, audit }))),
  often(
    3,
    op(
      'recordAttempt',
      fc
        .record({
          ...{ deliveryId: fc.constantFrom(...DELIVERIES, ...NOTICED), attempt: fc.integer({ min: 1, max: 3 }), at },
          ...{ state: fc.constantFrom('delivered', 'retrying', 'dead'), nextAttemptAt: fc.option(at) },
        })
        .map((made) => ({
          ...{ ...made, targetId: '', deviceId: '', durationMs: 1.5 },
          answer: { result: 'accepted', status: 202, detail: 'ok' },
        })),
    ),
  ),
  often(
    1,
    op(
      'keepNotice',
      fc
        .record({
          event: fc.constantFrom('exemption.ending', 'exemption.ended'),
          ...{ subject: fc.constantFrom(...EXEMPTIONS), at, id: fc.constantFrom(...NOTICED) },
          targetId: fc.constantFrom(...TARGETS),
        })
        .map(({ id, targetId, ...told }) => ({
          notice: { ...told, data: { a: 1 } },
          deliveries: [{ id, targetId, createdAt: told.at, nextAttemptAt: told.at }],
        })),
    ),
  ),
  often(1, op('requeueDelivery', fc.record({ id: fc.constantFrom(...DELIVERIES, ...NOTICED), at, audit }))),
  often(
    1,
    op(
      'putAccess',
      fc.record({ hash: key, name: person, kind: fc.constantFrom('api', 'sign_in'), at, expiresAt: fc.option(at) }),
    ),
  ),
  often(1, op('removeAccess', fc.record({ hash: key, audit: fc.option(audit, { nil: undefined }) }))),
  often(1, op('record', audit)),
  often(1, op('setOnce', fc.record({ key: fc.constantFrom('a', 'b'), value: fc.string() }))),
  often(
    2,
    op(
      'activatePolicy',
      fc
        .record({ hash: policy, name, at, kind: fc.constantFrom('applied', 'staged'), by: person, planned: fc.option(fc.constant({ devices: 1 })) })
        .map(({ hash, name: called, ...made }) => ({
          ...{ ...made, reason: 'why', version: { hash, name: called, source: called } },
        })),
    ),
  ),
  often(1, op('keepPolicyVersion', fc.record({ version: fc.record({ hash: policy, name, source: name }), at }))),
  often(1, op('putRollout', rollout)),
  often(1, op('keepReferenceValues', fc.record({ hash: policy, body: name }))),
  often(4, op('addExemption', fc.record({ exemption, maxOpen: fc.integer({ min: 1, max: 3 }), audit }))),
  often(2, op('approveExemption', decision(fc.constantFrom(...EXEMPTIONS)))),
  often(1, op('endExemption', decision(fc.constantFrom(...EXEMPTIONS)))),
  often(1, op('markWarned', fc.constantFrom(...EXEMPTIONS))),
  often(1, op('markApplied', fc.record({ id: fc.constantFrom(...EXEMPTIONS), from: maybeAt, endedAt: maybeAt }))),
  often(1, op('startBreakGlass', fc.record({ breakGlass, audit }))),
  often(1, op('endBreakGlass', decision(fc.constantFrom('g-1', 'g-2')))),
  often(1, op('markBreakGlassApplied', fc.record({ id: fc.constantFrom('g-1', 'g-2'), endedAt: maybeAt }))),
  often(1, op('pruneEvidence', fc.record({ after: fc.integer({ min: 0, max: 5 }), before: at, limit: number }))),
  often(1, op('pruneHistory', fc.record({ after: fc.constantFrom('', 'd-1'), before: at, limit: number }))),
  often(
    1,
    op(
      'keepCanary',
      fc.record({ keyId: fc.constantFrom(bytes(21), bytes(22)), at }).map((made) => ({
        ...{ ...made, id: `c-${made.at}-${made.keyId[0]}`, publicKey: bytes(9), keyAlgorithm: 'ES256' },
        ...{ hostname: 'collector', agentVersion: '0.1.0' },
      })),
    ),
  ),
  often(
    1,
    op('putCoverage', at.map((hour) => ({ hour, at: hour + 1, look: { enrolled: 1 } }))),
  ),
  often(
    1,
    op(
      'addCoverageEvents',
      fc.record({ hour: at, told: fc.nat(2), check: fc.constantFrom('fw', 'disk') }).map(({ check, ...made }) => ({
        ...{ ...made, toldFresh: made.told, mended: { [check]: { count: 1, sumMs: 5 } } },
      })),
    ),
  ),
  often(1, op('pruneCoverage', fc.record({ before: at, hourlyBefore: at }))),
  often(1, op('addProbes', fc.record({ from: at, probes: number, good: number, failed: number }))),
  often(1, op('pruneCanary', fc.record({ before: at, countsBefore: at }))),
  often(1, fc.constant<Operation>({ name: 'restart', input: null })),
);
