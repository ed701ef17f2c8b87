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

it('says from which status to which, when, by whom and why, in two voices', () => {
  expect(toCaepEvents('device-compliance-change', makeChange())).toEqual({
    'https://schemas.openid.net/secevent/caep/event-type/device-compliance-change': {
      previous_status: 'compliant',
      current_status: 'not-compliant',
      event_timestamp: Date.UTC(2026, 0, 5, 10) / 1_000,
      initiating_entity: 'system',
      reason_admin: { en: 'disk_encryption changed; score 40, tier untrusted; failing: disk-encryption' },
      reason_user: {
        en: 'This device does not fully meet the policy. To mend: The system disk is encrypted: turn on LUKS',
      },
    },
  });
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
        kind: fc.constantFrom('device', 'policy', 'time', 'first', 'admin'),
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
