import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNAL_NAMES } from '@assay/shared';
import { SIGNAL_CATALOG } from '@assay/shared/signal-catalog';

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

/** Puts text between `<!-- name: … -->` and `<!-- /name -->`. */
function fill(document: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name}:[^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!section.test(document)) throw new Error(`README.md has no section ${name}`);
  return document.replace(section, (_, open: string, close: string) => `${open}\n${text}\n\n${close}`);
}

const before = readFileSync(README, 'utf8');
const after = fill(before, 'signals', signalTable());
if (process.argv.includes('--check')) {
  if (before !== after) {
    process.stderr.write('README.md is not what the code says: run npm run docs\n');
    process.exit(1);
  }
} else {
  writeFileSync(README, after);
}
