import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillSection } from './docs/fill-section.ts';
import { rolloutTranscript } from './docs/rollout-transcript.ts';

// Rolls a policy out on a real collector, and puts what was typed and read into the guide.

const ROOT = join(import.meta.dirname, '..');
/** What the front page leaves to the guide. */
const FOR_THE_GUIDE = /^\$ assay-collector policy (simulate|history)/;

function write(path: string, commands: string[]): void {
  const file = join(ROOT, path);
  const section = ['```', commands.join('\n').trimEnd(), '```'].join('\n');
  writeFileSync(file, fillSection(readFileSync(file, 'utf8'), 'transcript', section));
}

const transcript = await rolloutTranscript();
write('collector/docs/policy-rollout.md', transcript);
write(
  'README.md',
  transcript.filter((command) => !FOR_THE_GUIDE.test(command)),
);
process.stdout.write(`${transcript.join('\n')}\n`);
