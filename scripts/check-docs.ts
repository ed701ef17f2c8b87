import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNAL_NAMES } from '@assay/shared';
import { SIGNAL_CATALOG } from '@assay/shared/signal-catalog';
import { fillSection } from './docs/fill-section.ts';

// Tables in documents that restate code are written from it: `npm run docs`. With --check says whether they are
// up to date instead.

const README = join(import.meta.dirname, '../README.md');

function signalTable(): string {
  const rows = SIGNAL_NAMES.map((name) => {
    const { title, meaning, platforms, neverLookedAt } = SIGNAL_CATALOG[name];
    return `| \`${name}\` | ${title}. ${meaning} | ${platforms.linux} | ${platforms.macos} | ${platforms.windows} | ${neverLookedAt} |`;
  });
  return [
    '| signal | what it says | Linux | macOS | Windows | never looked at |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

const before = readFileSync(README, 'utf8');
const after = fillSection(before, 'signals', signalTable());
if (process.argv.includes('--check')) {
  if (before !== after) {
    process.stderr.write('README.md is not what the code says: run npm run docs\n');
    process.exit(1);
  }
} else {
  writeFileSync(README, after);
}
