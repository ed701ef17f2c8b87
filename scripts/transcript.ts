import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSection } from './docs/fill-section.ts';
import { rolloutTranscript } from './docs/rollout-transcript.ts';

// Rolls a policy out on a real collector, and puts what was typed and read into the guide.

const file = join(import.meta.dirname, '../collector/docs/policy-rollout.md');
const transcript = await rolloutTranscript();
writeFileSync(file, fillSection(readFileSync(file, 'utf8'), 'transcript', transcript));
process.stdout.write(`${transcript}\n`);
