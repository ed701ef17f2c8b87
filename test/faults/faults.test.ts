import { expect, it } from 'vitest';
import { brokenPromises } from './fault.ts';
import { FAULTS } from './faults.ts';

for (const fault of FAULTS) {
  const missing = fault.missing();
  it.skipIf(missing)(
    `${fault.fault}: ${fault.stance}, and nothing acknowledged is lost${missing ? ` (needs ${missing})` : ''}`,
    async () => {
      expect(brokenPromises(fault, await fault.run())).toEqual([]);
    },
    120_000,
  );
}
