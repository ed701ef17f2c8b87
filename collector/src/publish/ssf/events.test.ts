import type { Finding } from '@assay/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setProblem } from '../../../../test/receivers/set-rules.ts';
import { makeChange, makeDelivery, makeVerdict } from '../test-doubles.ts';
import { type CaepEvent, caepEventsFor, toCaepEvents } from './events.ts';
import { toSetClaims } from './set.ts';

const trusted = makeVerdict();
const limited = makeVerdict({ score: 60, tier: 'limited' });
const untrusted = makeVerdict({ score: 20, tier: 'untrusted', compliant: false });

const members = (event: CaepEvent, change: ReturnType<typeof makeChange>) =>
  Object.values(toCaepEvents(event, change))[0];

it.each([
  ['trusted → untrusted', trusted, untrusted, ['device-compliance-change', 'risk-level-change']],
  ['untrusted → limited', untrusted, limited, ['device-compliance-change', 'risk-level-change']],
  ['trusted → limited', trusted, limited, ['risk-level-change']],
  ['a score within a tier', trusted, makeVerdict({ score: 85 }), []],
  ['a compliant first verdict', null, trusted, ['device-compliance-change', 'risk-level-change']],
  ['a non-compliant first verdict', null, untrusted, ['risk-level-change']],
])('tells %s', (_, previous, current, expected) => {
  expect(caepEventsFor(makeChange({ previous, current }))).toEqual(expected);
});

it.each([
  [trusted, 'not-compliant', 'compliant'],
  [untrusted, 'compliant', 'not-compliant'],
])(
  'tells after a restore whether a device complies, whatever the consumer heard last: %j',
  (current, from, to) => {
    const change = makeChange({ previous: null, current, isToldAnew: true });
    expect(caepEventsFor(change)).toEqual(['device-compliance-change', 'risk-level-change']);
    expect(members('device-compliance-change', change)).toMatchObject({
      previous_status: from,
      current_status: to,
    });
  },
);

const plainDisk: Finding = {
  check: 'disk-encryption',
  title: 'The system disk is encrypted',
  outcome: 'fail',
  required: true,
  explain: 'The volume / is plain. Expected: It is encrypted with 256 bits.',
  user: 'The volume / is plain.',
  remedy: 'Turn on LUKS.',
  audience: 'both',
  points: 30,
};
const fallen = (findings: Finding[]) =>
  makeChange({ findings, cause: { kind: 'device', text: 'The disk changed.' } });
const toUser = (change: ReturnType<typeof makeChange>) =>
  (members('device-compliance-change', change) as { reason_user: { en: string } }).reason_user.en;

it('says from which status to which, when, by whom and why, in two voices', () => {
  expect(toCaepEvents('device-compliance-change', fallen([plainDisk]))).toEqual({
    'https://schemas.openid.net/secevent/caep/event-type/device-compliance-change': {
      previous_status: 'compliant',
      current_status: 'not-compliant',
      event_timestamp: Date.UTC(2026, 0, 5, 10) / 1_000,
      initiating_entity: 'system',
      reason_admin: {
        en:
          'The disk changed. ada-laptop (PF3XK2): score 40, tier untrusted, policy baseline@1f3c. ' +
          'disk-encryption (fail): The volume / is plain. Expected: It is encrypted with 256 bits.',
      },
      reason_user: {
        en:
          'ada-laptop does not meet the security requirements. ' +
          'The volume / is plain. What to do: Turn on LUKS.',
      },
    },
  });
});

it('tells the owner once what several findings need, and how many more there are', () => {
  const stale = ['Disk encryption', 'Endpoint protection', 'The firewall', 'Secure Boot'].map((name) => ({
    ...plainDisk,
    user: `${name} could not be told.`,
    remedy: 'Connect the computer.',
  }));
  expect(toUser(fallen(stale))).toBe(
    'ada-laptop does not meet the security requirements. Disk encryption could not be told. ' +
      'Endpoint protection could not be told. The firewall could not be told. ' +
      'What to do: Connect the computer. And 1 more.',
  );
});

it('names to the owner what keeps the device out, before what only costs points', () => {
  const firewall = { ...plainDisk, user: 'The firewall is off.', required: false };
  const reason = toUser(fallen([plainDisk, firewall]));
  expect(reason).not.toContain('firewall');
  expect(reason).toMatch(/And 1 more\.$/);
});

it('calls a device that is let in for now excused, not healthy, and says until when', () => {
  const until = Date.UTC(2026, 0, 6);
  const change = fallen([{ ...plainDisk, points: 0, excuse: { kind: 'grace', until } }]);
  const compliant = { ...change, current: limited };
  expect(members('risk-level-change', compliant)).toMatchObject({ risk_reason: 'excused: disk-encryption' });
  const { reason_admin } = members('device-compliance-change', compliant) as { reason_admin: { en: string } };
  expect(reason_admin.en).toContain('disk-encryption (fail, in grace until 2026-01-06T00:00:00.000Z)');
});

it('tells the owner nothing of what is for IT to mend', () => {
  const theirs = { ...plainDisk, user: 'The kernel is tainted.', audience: 'it' as const };
  expect(toUser(fallen([theirs]))).toBe('ada-laptop does not meet the security requirements.');
});

it('has words for the owner when the host has no name and the finding no explanation', () => {
  const change = fallen([{ ...plainDisk, user: '' }]);
  expect(toUser({ ...change, subject: { ...change.subject, hostname: '' } })).toBe(
    'This device does not meet the security requirements. Not so: The system disk is encrypted. What to do: Turn on LUKS.',
  );
});

it('tells the owner of a mended device nothing but that', () => {
  expect(toUser(makeChange({ previous: untrusted, current: trusted, findings: [plainDisk] }))).toBe(
    'ada-laptop meets the security requirements.',
  );
});

it('stays small whatever a device says of itself', () => {
  const change = fallen(
    Array.from({ length: 9 }, () => ({
      ...plainDisk,
      explain: 'x'.repeat(100_000),
      user: 'y'.repeat(100_000),
    })),
  );
  // It claims the serial number of a thousand others.
  change.cause = { kind: 'device', text: 'z'.repeat(100_000) };
  expect(JSON.stringify(toCaepEvents('device-compliance-change', change)).length).toBeLessThan(5_000);
});

it('cuts no character in two, whatever a device says of itself', () => {
  const explain = `${'x'.repeat(398)}😀 and so on`;
  const change = fallen([{ ...plainDisk, explain, user: explain }]);
  expect(JSON.stringify(toCaepEvents('device-compliance-change', change))).not.toMatch(/\\ud[89a-f]/i);
});

it('counts a device that was never judged as not compliant', () => {
  const first = makeChange({ previous: null, current: trusted, findings: [] });
  expect(members('device-compliance-change', first)).toMatchObject({
    previous_status: 'not-compliant',
    current_status: 'compliant',
  });
  expect(members('risk-level-change', first)).not.toHaveProperty('previous_level');
});

it('maps tiers to risk levels', () => {
  expect(members('risk-level-change', makeChange({ previous: trusted, current: limited }))).toMatchObject({
    principal: 'DEVICE',
    previous_level: 'LOW',
    current_level: 'MEDIUM',
  });
  expect(members('risk-level-change', makeChange({ previous: null, current: untrusted }))).toMatchObject({
    current_level: 'HIGH',
  });
});

it('makes only SETs that keep the rules of SSF and CAEP, and the same ones from the same delivery', () => {
  const verdict = fc.constantFrom(trusted, limited, untrusted);
  const change = fc
    .record({
      previous: fc.option(verdict),
      current: verdict,
      cause: fc.record({
        kind: fc.constantFrom('device', 'policy', 'time', 'exemption', 'first', 'admin'),
        text: fc.string(),
      }),
      owner: fc.constantFrom(null, 'ada@example.com'),
    })
    .map(({ owner, ...rest }) => makeChange({ ...rest, subject: { ...makeChange().subject, owner } }));
  fc.assert(
    fc.property(change, (change) => {
      for (const event of caepEventsFor(change)) {
        const delivery = makeDelivery({ change, event });
        const stream = { issuer: 'https://assay.example', aud: 'https://idp.example' };
        const claims = toSetClaims(delivery, stream);
        expect(setProblem(claims, delivery.createdAt / 1_000)).toBeNull();
        expect(claims).toMatchObject({ jti: delivery.id, iss: stream.issuer, aud: stream.aud });
        expect(toSetClaims(structuredClone(delivery), stream)).toEqual(claims);
      }
    }),
  );
});

it('gives both SETs of one change the same txn, and another change another', () => {
  const change = makeChange();
  const [one, two, other] = [change, change, makeChange({ at: change.at + 1 })].map(
    (change) =>
      toSetClaims(makeDelivery({ change, event: 'risk-level-change' }), { issuer: 'i', aud: 'a' }).txn,
  );
  expect(one).toBe(two);
  expect(one).not.toBe(other);
});
