import { systemClock } from '@assay/shared';
import { createProbeContext } from '../../agent/src/probes/context.ts';
import { probesFor } from '../../agent/src/probes/registry.ts';

// Prints what the agent's disk probe makes of the machine as it is seen from here: run in a namespace.

const context = createProbeContext({ root: '/', version: '0', keyStorage: 'file', clock: systemClock });
const probe = probesFor('linux').find(({ signal }) => signal === 'disk_encryption');
process.stdout.write(JSON.stringify(await probe?.observe(context)));
