import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../package/release-files.ts';
import { PRODUCTS, TARGET_NAMES } from '../package/targets.ts';
import { table } from './table.ts';

/** A release's manifest, without the hashes. */
type Sizes = Omit<Manifest, 'files'> & { files: Omit<Manifest['files'][number], 'sha256'>[] };

/** Endings by column: an executable has one on Windows only. */
const COLUMNS: Record<string, readonly string[]> = {
  executable: ['', '.exe'],
  '.deb': ['.deb'],
  '.rpm': ['.rpm'],
  '.msi': ['.msi'],
  '.pkg': ['.pkg'],
  '.tar.xz': ['.tar.xz'],
};

/** What each shipped file weighs, MB, as a whole run of packaging measured it. */
export function sizeTable(): string {
  const file = join(import.meta.dirname, '../package/sizes.json');
  const { version, date, files } = JSON.parse(readFileSync(file, 'utf8')) as Sizes;
  const bytes = new Map(files.map((made) => [made.name, made.bytes]));
  const rows = PRODUCTS.flatMap((product) =>
    TARGET_NAMES.map((target) => {
      const cells = Object.values(COLUMNS).map((endings) => {
        const names = endings.map((ending) => `assay-${product}-${version}-${target}${ending}`);
        const found = names.find((name) => bytes.has(name));
        return found ? ((bytes.get(found) as number) / 1e6).toFixed(1) : '';
      });
      return [product, target, ...cells];
    }),
  ).filter(([, , ...cells]) => cells.some((cell) => cell !== ''));
  return `${table(['product', 'target', ...Object.keys(COLUMNS)], rows)}\n\nMB, of the sources of ${date.slice(0, 10)}.`;
}
