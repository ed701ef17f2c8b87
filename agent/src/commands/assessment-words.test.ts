import type { DeviceAssessment, DeviceFinding } from '@assay/shared';
import { expect, it } from 'vitest';
import { describeAssessment } from './assessment-words.ts';

const NOW = Date.UTC(2026, 0, 5, 12);
const disk: DeviceFinding = {
  ...{ check: 'disk', title: 'The disk is encrypted', outcome: 'fail', required: true, points: 30 },
  ...{ explain: 'It is not.', remedy: 'Turn it on.' },
};
const firewall: DeviceFinding = {
  ...disk,
  ...{ check: 'firewall', title: 'The firewall is on', required: false, points: 0 },
};
const words = (more: Partial<DeviceAssessment>) =>
  describeAssessment(
    {
      score: 49,
      tier: 'untrusted',
      assessedAt: NOW,
      validUntil: NOW + 1,
      policy: 'p',
      findings: [],
      ...more,
    },
    NOW,
    NOW,
  ).join('\n');

it('says that nothing is to be mended only when nothing is', () => {
  expect(words({})).toContain('Nothing to mend.');
  expect(words({ forIt: 1 })).not.toContain('Nothing to mend.');
  expect(words({ forIt: 1 })).toContain('1 check is for IT to mend.');
});

it('says what to mend, and what is enough', () => {
  const text = words({
    findings: [disk, { ...firewall, points: 10 }],
    fixes: [{ tier: 'limited', score: 79, checks: ['disk'], forIt: 2 }],
  });
  expect(text).toContain(
    'The disk is encrypted (required), 30 points\n    found: It is not.\n    do:    Turn it on.',
  );
  expect(text).toContain(
    'Enough to be limited again (score 79): "The disk is encrypted" and 2 checks that IT mends',
  );
});

it.each([
  ['grace', 'mend it before'],
  ['exempt', 'exempt until'],
  ['hold', 'counts from'],
  ['break_glass', 'excused for everybody until'],
] as const)('tells the moment at which %s ends, apart from what counts', (excuse, told) => {
  const excusedUntil = NOW + 3_600_000;
  const text = words({ findings: [disk, { ...firewall, excuse, excusedUntil }] });
  const [, counting = '', excused = ''] = text.split('\n\n');
  expect(counting).toContain('The disk is encrypted');
  expect(excused).toMatch(/^Not held against this machine yet:\n {2}The firewall is on, /);
  expect(excused).toContain(`${told} ${new Date(excusedUntil).toLocaleString()}`);
});
