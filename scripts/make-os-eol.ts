import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OsEolTable, OsRelease } from '../collector/src/reference-values/os-eol.ts';

// Makes collector/src/reference-values/os-eol.json from a snapshot of endoflife.date:
//   {"source","licence","snapshot","products":{<id>:[{"releaseCycle","eol","eoes","latest"}]}}

interface SnapshotRelease {
  releaseCycle: string;
  eol: string | false;
  eoes?: string | false;
  latest?: string;
}
interface Snapshot {
  source: string;
  licence: string;
  snapshot: string;
  products: Record<string, SnapshotRelease[]>;
}

// Extended support that needs neither contract nor enrollment. Ubuntu Pro, Windows ESU, RHEL ELS and SUSE LTSS do.
const EXTENDED_FOR_ALL = new Set(['debian']);
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function toRelease(product: string, from: SnapshotRelease): OsRelease {
  if (from.eol !== false && !DATE.test(from.eol)) {
    throw new Error(`${product} ${from.releaseCycle}: expected a date or false, got eol ${from.eol}`);
  }
  const extended = EXTENDED_FOR_ALL.has(product) && from.eoes ? { extended: from.eoes } : {};
  return {
    release: from.releaseCycle,
    eol: from.eol === false ? null : from.eol,
    ...extended,
    ...(from.latest === undefined ? {} : { latest: from.latest }),
  };
}

function toTable(snapshot: Snapshot): OsEolTable {
  return {
    source: `https://endoflife.date (${snapshot.source})`,
    licence: `${snapshot.licence}, by the contributors of endoflife.date`,
    snapshot: snapshot.snapshot,
    products: Object.fromEntries(
      Object.entries(snapshot.products).map(([id, releases]) => [id, releases.map((r) => toRelease(id, r))]),
    ),
  };
}

const toLine = (release: OsRelease): string =>
  `      { ${Object.entries(release)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(', ')} }`;

// One release a line: compact, and a refresh shows in a diff what changed.
function toText({ products, ...head }: OsEolTable): string {
  const blocks = Object.entries(products).map(([id, releases]) => {
    return `    ${JSON.stringify(id)}: [\n${releases.map(toLine).join(',\n')}\n    ]`;
  });
  const facts = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  return `{\n${facts.join('\n')}\n  "products": {\n${blocks.join(',\n')}\n  }\n}\n`;
}

const { values } = parseArgs({ options: { from: { type: 'string' } } });
if (!values.from) {
  process.stderr.write('usage: make-os-eol.ts --from <endoflife snapshot.json>\n');
  process.exit(2);
}
const out = join(import.meta.dirname, '../collector/src/reference-values/os-eol.json');
writeFileSync(out, toText(toTable(JSON.parse(readFileSync(values.from, 'utf8')) as Snapshot)));
process.stdout.write(`wrote ${out}\n`);
