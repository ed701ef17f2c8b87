import { expect, it } from 'vitest';
import { assertSameOutcomes, reportedDevices, thirtyChecks } from './devices.ts';

it('the thirty checks that are measured come to the same by policy and by hand, for whatever laptops report', () => {
  const policy = thirtyChecks();
  expect(() => assertSameOutcomes(policy, reportedDevices(policy, 500))).not.toThrow();
});
