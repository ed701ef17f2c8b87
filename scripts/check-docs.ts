import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectionTable, watchedPlaces } from './docs/detection-table.ts';
import { fillSection } from './docs/fill-section.ts';
import { figureTable, headlineTable, readResults, targetTable } from './docs/performance-tables.ts';
import { signalTable } from './docs/signal-table.ts';

// Tables in documents that restate code or measured results are written from them: `npm run docs`. With --check says
// whether they are up to date instead.

const root = join(import.meta.dirname, '..');
const runs = readResults();

/** Sections by document. */
const DOCUMENTS: Record<string, Record<string, string>> = {
  'agent/README.md': { detection: detectionTable(), watched: watchedPlaces() },
  'README.md': { signals: signalTable(), measured: headlineTable(runs) },
  'collector/docs/performance.md': { targets: targetTable(runs), figures: figureTable(runs) },
};

for (const [name, sections] of Object.entries(DOCUMENTS)) {
  const file = join(root, name);
  const before = readFileSync(file, 'utf8');
  const after = Object.entries(sections).reduce(
    (document, [section, text]) => fillSection(document, section, text),
    before,
  );
  if (!process.argv.includes('--check')) writeFileSync(file, after);
  else if (before !== after) {
    process.stderr.write(`${name} is not what code and results say: run npm run docs\n`);
    process.exitCode = 1;
  }
}
