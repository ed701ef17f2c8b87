import { expect, it } from 'vitest';
import { planDeliveries } from './plan.ts';
import { caepEventsFor, toCaepEvents } from './ssf/events.ts';
import { toSetClaims } from './ssf/set.ts';
import type { TargetKind } from './target.ts';
import { makeChange, makeDelivery, makeVerdict } from './test-doubles.ts';
import { changesToTell } from './transition.ts';
import { webhookKind } from './webhook.ts';

const standing = makeVerdict();
const [ada, grace] = ['ada@example.com', 'grace@example.com'];
const { subject } = makeChange();

const given = (previousOwner: string | null, owner: string | null, verdict = standing) =>
  makeChange({
    subject: { ...subject, owner },
    previous: verdict,
    current: verdict,
    findings: [],
    cause: { kind: 'admin', text: 'the owner changed' },
    lifecycle: { kind: 'owner_changed', previousOwner },
  });

const toldToSsf = (change: ReturnType<typeof makeChange>) =>
  changesToTell(change).flatMap((part) =>
    caepEventsFor(part).map((event) => {
      const claims = toSetClaims(makeDelivery({ event, change: part }), { issuer: 'https://c', aud: 'a' });
      const { user } = claims.sub_id as { user?: { email: string } };
      return { user: user?.email, event, members: Object.values(toCaepEvents(event, part))[0] };
    }),
  );

it('a change that is no change of owner is told as it is', () => {
  const change = makeChange();
  expect(changesToTell(change)).toEqual([change]);
});

it('an owner who loses a device is told so before the new one is told where it stands', () => {
  expect(toldToSsf(given(ada, grace))).toMatchObject([
    {
      user: ada,
      event: 'device-compliance-change',
      members: { previous_status: 'compliant', current_status: 'not-compliant' },
    },
    {
      user: ada,
      event: 'risk-level-change',
      members: {
        ...{ current_level: 'HIGH', risk_reason: 'the device is no longer theirs' },
        reason_user: { en: 'ada-laptop is not yours any more.' },
      },
    },
    { user: ada, event: 'session-revoked' },
    {
      user: grace,
      event: 'device-compliance-change',
      members: { previous_status: 'not-compliant', current_status: 'compliant' },
    },
    { user: grace, event: 'risk-level-change', members: { current_level: 'LOW' } },
  ]);
});

it('the new owner of a device that is out of order hears of its risk, and the old one that sessions end', () => {
  const told = toldToSsf(given(ada, grace, makeVerdict({ score: 20, tier: 'untrusted', compliant: false })));
  expect(told.map(({ user, event }) => [user, event])).toEqual([
    [ada, 'session-revoked'],
    [grace, 'risk-level-change'],
  ]);
});

it.each([
  ['another case', 'Ada@Example.com', ada],
  ['composed characters', 'jo\u0308rg@example.com', 'JÖRG@example.com'],
])(
  'an owner whose address is only spelt otherwise loses neither device nor sessions: %s',
  (_, before, after) => {
    expect(toldToSsf(given(before, after)).map(({ user, event }) => [user, event])).toEqual([
      [after, 'device-compliance-change'],
      [after, 'risk-level-change'],
    ]);
  },
);

it('the first owner of a device takes it from nobody', () => {
  expect(toldToSsf(given(null, grace)).map(({ user }) => user)).toEqual([grace, grace]);
});

it('a webhook hears of an owner once, and of a device that is gone even if its tier stays', () => {
  const config = { url: 'https://hook.example', secret: 'unused' };
  const eventsOf = (change: ReturnType<typeof makeChange>) =>
    changesToTell(change).flatMap((part) => webhookKind.eventsFor(config, part));
  expect(eventsOf(given(ada, grace))).toEqual(['device.owner_changed']);
  for (const kind of ['revoked', 'unenrolled'] as const) {
    const low = makeVerdict({ score: 20, tier: 'untrusted', compliant: false });
    expect(eventsOf(makeChange({ previous: low, current: low, lifecycle: { kind } }))).toEqual([
      `device.${kind}`,
    ]);
    expect(eventsOf(makeChange({ current: low, lifecycle: { kind } }))).toEqual([
      'device.tier_changed',
      `device.${kind}`,
    ]);
  }
});

it('what mirrors the state of devices is not told that one was withdrawn from its owner', () => {
  const kind = {
    ...webhookKind,
    carries: 'state' as const,
    eventsFor: () => ['state'],
  } as unknown as TargetKind;
  const plan = changesToTell(given(ada, grace)).flatMap((part) =>
    planDeliveries([{ id: 't', kind, config: {} }], part, { now: 0, newId: () => 'id' }),
  );
  expect(plan.map(({ change }) => change.subject.owner)).toEqual([grace]);
});
