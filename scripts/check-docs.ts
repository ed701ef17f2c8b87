import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyJsonSchema } from '../collector/src/policy/document/json-schema.ts';
import { detectionTable, watchedPlaces } from './docs/detection-table.ts';
import { fillSection } from './docs/fill-section.ts';
import { figureTable, headlineTable, readResults, targetTable } from './docs/performance-tables.ts';
import {
  baselineTable,
  fieldTables,
  functionTable,
  limitTable,
  variableTable,
} from './docs/policy-tables.ts';
import { signalTable } from './docs/signal-table.ts';
import { sizeTable } from './docs/size-table.ts';
import { troublesTable } from './docs/troubles-table.ts';

// What restates code or measured results is written from them: `npm run docs`. With --check says whether it is up to date
// instead.

const root = join(import.meta.dirname, '..');
const runs = readResults();

/** Sections by document. */
const DOCUMENTS: Record<string, Record<string, string>> = {
  'agent/README.md': {
    detection: detectionTable(),
    watched: watchedPlaces(),
    troubles: troublesTable(),
  },
  'README.md': { signals: signalTable(), measured: headlineTable(runs) },
  'collector/docs/policy.md': {
    fields: fieldTables(),
    variables: variableTable(),
    functions: functionTable(),
    limits: limitTable(),
    baseline: baselineTable(),
  },
  'scripts/package/README.md': { sizes: sizeTable() },
  'collector/docs/performance.md': { targets: targetTable(runs), figures: figureTable(runs) },
};

const write = (name: string, make: (before: string) => string): void => {
  const file = join(root, name);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = make(before);
  if (!process.argv.includes('--check')) writeFileSync(file, after);
  else if (before !== after) {
    process.stderr.write(`${name} is not what code and results say: run npm run docs\n`);
    process.exitCode = 1;
  }
};

for (const [name, sections] of Object.entries(DOCUMENTS)) {
  write(name, (before) =>
    Object.entries(sections).reduce(
      (document, [section, text]) => fillSection(document, section, text),
      before,
    ),
  );
}
write('collector/src/policy/document/policy.schema.json', policyJsonSchema);
