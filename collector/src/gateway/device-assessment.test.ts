import { encodeCollectorFrame, LIMITS } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { at, but, laptop, NOW } from '../assess/testdata/laptops.ts';
import { loadPolicy } from '../policy/load.ts';
import { toDeviceAssessment } from './device-assessment.ts';

const policy = loadPolicy(
  JSON.stringify({
    policy: 'secretive',
    tiers: { trusted: 83, limited: 57 },
    evidence_max_age: '7919m',
    checks: [
      {
        ...{
          id: 'fw',
          title: 'The firewall is on',
          weight: 61,
          grace: '24h',
          explain: 'zebra, at most 7727',
        },
        pass: 'firewall.enabled && size(firewall.backend) < 7727 && firewall.backend != "zebra"',
        ...{ explain_user: 'It keeps strangers out.', remedy: { linux: 'Turn it on.' } },
      },
      {
        ...{ id: 'edr', title: 'Protection runs', weight: 39, required: true, explain: 'zebra 7727' },
        pass: 'edr.products.exists(p, p.product == "zebra" && p.running)',
      },
      {
        ...{ id: 'kernel', title: 'The kernel is whole', weight: 7, audience: 'it', explain: 'zebra' },
        pass: 'size(kernel_integrity.taint_reasons) > 7727',
      },
      {
        ...{ id: 'tpm', title: 'There is a TPM', weight: 7, stage: 'observe', explain: 'zebra' },
        pass: 'tpm.version == "zebra"',
      },
    ],
  }),
  'p.yaml',
);
const signals = laptop({ firewall: but('firewall', { enabled: false }) });
const told = (now = NOW, evidenceAt = now) =>
  toDeviceAssessment(assess(policy, signals, at(now, { evidenceAt })));

describe('what a device is told', () => {
  it('is what its user can mend, with the user’s text and the date', () => {
    expect(told().findings).toEqual([
      {
        ...{
          check: 'edr',
          title: 'Protection runs',
          outcome: 'fail',
          required: true,
          points: 36,
          remedy: '',
        },
        explain: expect.stringMatching(/^Endpoint protection found: crowdstrike-falcon/),
      },
      {
        ...{ check: 'fw', title: 'The firewall is on', outcome: 'fail', required: false, points: 0 },
        explain: 'The firewall (nftables) is off. It keeps strangers out.',
        remedy: 'Turn it on.',
        ...{ excuse: 'grace', excusedUntil: NOW + 86_400_000 },
      },
    ]);
  });

  it('is only how much there is of what is IT’s to mend, and nothing of what is observed', () => {
    expect(told()).toMatchObject({ forIt: 1 });
    expect(JSON.stringify(told())).not.toMatch(/kernel|TPM/);
  });

  it('fits into a frame, however many checks fail and whatever is to be said of each', () => {
    const checks = Array.from({ length: 100 }, (_, i) => ({
      ...{ id: `check-${i}`, title: `What check ${i} asks for`, weight: 100 - i, pass: '!firewall.enabled' },
      ...{ explain: 'E', explain_user: 'ü'.repeat(400), remedy: { linux: 'ö'.repeat(1500) } },
    }));
    const head = { policy: 'long', tiers: { trusted: 80, limited: 50 }, evidence_max_age: '24h' };
    const long = loadPolicy(JSON.stringify({ ...head, checks }), 'p.yaml');
    const assessment = toDeviceAssessment(assess(long, laptop(), at(NOW)));
    const frame = encodeCollectorFrame({ type: 'ack', reportNumber: 1, assessment });
    expect(frame.length).toBeLessThanOrEqual(LIMITS.maxFrameBytes);
    expect(assessment.findings).toHaveLength(100);
    expect(assessment.findings[0]).toMatchObject({ check: 'check-0', remedy: 'ö'.repeat(1500) });
    expect(assessment.findings[99]).toMatchObject({ title: 'What check 99 asks for', remedy: '' });
  });

  it('is the smallest fix, without naming what is IT’s', () => {
    expect(told().fixes).toEqual([{ tier: 'trusted', score: 93, checks: ['edr'] }]);
  });

  it('never holds what the policy is configured with, also when the evidence is stale', () => {
    const stale = told(NOW + 7919 * 60_000, NOW);
    expect(stale.findings.length).toBeGreaterThan(0);
    for (const { findings, fixes } of [told(), stale]) {
      // 7919 minutes are 132 hours.
      expect(JSON.stringify({ findings, fixes })).not.toMatch(/zebra|7727|7919|132/);
    }
  });
});
