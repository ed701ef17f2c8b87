import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSection } from '../../scripts/docs/fill-section.ts';
import { brokenPromises, type Fault, faultTable, type Observed } from './fault.ts';
import { FAULTS } from './faults.ts';

// `npm run faults`: breaks everything that is on the list, prints what came of it, and writes it to the README. What
// this machine cannot break leaves the README as it is.

const README = join(import.meta.dirname, '../../README.md');
const rows: { fault: Fault; observed: Observed }[] = [];
let notRun = 0;
let broken = 0;

for (const fault of FAULTS) {
  const missing = fault.missing();
  if (missing) {
    notRun++;
    process.stdout.write(`not run  ${fault.fault}: needs ${missing}\n`);
    continue;
  }
  const observed = await fault.run();
  const promises = brokenPromises(fault, observed);
  const { acknowledged, lost, unstored, message } = observed;
  process.stdout.write(
    `${promises.length === 0 ? 'ok      ' : 'BROKEN  '} ${fault.fault}: ${fault.stance}; ${lost} of ${acknowledged} lost, ` +
      `${unstored} told but not stored${message && `\n         said: ${message}`}\n` +
      promises.map((promise) => `         ${promise}\n`).join(''),
  );
  broken += promises.length;
  rows.push({ fault, observed });
}
process.stdout.write(`${rows.length} faults run, ${notRun} not run here, ${broken} promises broken\n`);
if (notRun === 0 && broken === 0) {
  writeFileSync(README, fillSection(readFileSync(README, 'utf8'), 'faults', faultTable(rows)));
}
process.exit(broken === 0 ? 0 : 1);
