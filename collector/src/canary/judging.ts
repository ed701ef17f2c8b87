import { createJudge, type Judge, type Judging } from '../judge.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type { Publisher } from '../publish/publisher.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';

/**
 * What the canary is judged by. One check that counts at once: whatever policy is in force, and whatever is excused for
 * whom, a probe that turns its signal over turns its verdict over.
 */
const SOURCE = `
policy: canary
tiers: { trusted: 80, limited: 50 }
evidence_max_age: 24h
checks:
  - id: canary
    title: The canary is well
    pass: "!reboot_pending.pending"
    weight: 100
    required: true
    explain: Every probe turns this over; nothing is wrong with the collector when it fails, only when nobody hears of it.
    remedy: { linux: Nothing is to be done. }
`;

/** Its policy, with the text for whoever replays one of its verdicts. */
export const canaryPolicy = (): { policy: Policy; source: string } => ({
  policy: loadPolicy(SOURCE, 'canary.yaml'),
  source: SOURCE,
});

/** Judges the canary: as everybody, but by its own policy, for its own target, and in nobody's figures. */
export const createCanaryJudge = (
  store: Judging['store'],
  policy: Policy,
  stages: Judging['stages'],
  publisher: Pick<Publisher, 'planDeliveries' | 'enqueue'>,
): Judge =>
  createJudge({
    ...{ policy, store, stages, osEol: builtInOsEol, vendors: {} },
    excuses: { of: () => [], breakGlass: () => null },
    publisher: {
      planDeliveries: (change) => publisher.planDeliveries(change, { of: 'canary' }),
      enqueue: publisher.enqueue,
    },
    onAssessed() {},
  });
