import { encodeReport, ok } from '@assay/shared';
import { expect, it } from 'vitest';
import { createLiveSessions } from '../gateway/live-sessions.ts';
import { loadPolicy } from '../policy/load.ts';
import { makeStoredDevice } from '../store/test-records.ts';
import { toDetail } from './device-view.ts';

const policy = loadPolicy(
  `
policy: test
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - { id: firewall, title: F, pass: firewall.enabled, weight: 1, explain: E }
`,
  'test.yaml',
);

it.each([
  [Number.MAX_SAFE_INTEGER, '+275760-09-13T00:00:00.000Z'],
  [Number.MIN_SAFE_INTEGER, '-271821-04-20T00:00:00.000Z'],
])(
  'shows a device whose clock says %d, which is no date: its page could not be opened otherwise',
  (at, shown) => {
    const firewall = { ...ok({ enabled: true, backend: '', evidence: [] }), observedAt: at };
    const fields = {
      deviceId: 'd',
      number: 1,
      nonce: Buffer.alloc(32),
      bootId: 'b',
      createdAt: 0,
      lost: null,
    };
    const stored = { ...makeStoredDevice('d'), evidence: encodeReport({ ...fields, signals: { firewall } }) };
    const { signals } = toDetail(stored, [], [], {
      ...{ live: createLiveSessions(), active: { policy }, lastSeen: () => null, verified: (all) => all },
    });
    expect(signals.map(({ observedAt }) => new Date(observedAt).toISOString())).toEqual([shown]);
  },
);
