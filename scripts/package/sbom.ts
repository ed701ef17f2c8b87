import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sourceDate } from './payload.ts';
import { npm, run } from './run.ts';
import type { Product } from './targets.ts';

interface Component {
  'bom-ref'?: string;
  type: string;
  name: string;
  version: string;
  purl?: string;
}

/** CycloneDX 1.5, as far as we look into it. */
export interface Sbom {
  bomFormat: 'CycloneDX';
  serialNumber: string;
  metadata: { timestamp: string; component: Component };
  components: Component[];
}

/** Node's own name of a library it contains → the package URL's, where they differ. */
const LIBRARIES = [
  'ada',
  'ares',
  'brotli',
  'llhttp',
  'nghttp2',
  'openssl',
  'simdjson',
  'sqlite',
  'uv',
  'v8',
  'zlib',
  'zstd',
];

/**
 * What a product is made of: npm's own account of it, and the runtime with its libraries, which npm does not know of.
 * The same sources give the same bytes.
 * @throws PackageError when npm cannot tell
 */
export async function makeSbom(product: Product, version: string): Promise<Sbom> {
  const args = [
    'sbom',
    '--sbom-format=cyclonedx',
    '--omit=dev',
    `--workspace=${product}`,
    '--loglevel=error',
  ];
  const told = await run(npm.program, [...npm.args, ...args], { cwd: join(import.meta.dirname, '../..') });
  const sbom = JSON.parse(told) as Sbom;
  const component = { type: 'application', name: `assay-${product}`, version };
  sbom.metadata = { ...sbom.metadata, timestamp: new Date(sourceDate() * 1000).toISOString(), component };
  sbom.components.push(
    {
      type: 'platform',
      name: 'node',
      version: process.versions.node,
      purl: `pkg:generic/node@${process.versions.node}`,
    },
    ...LIBRARIES.flatMap((name) => {
      const known = process.versions[name];
      return known ? [{ type: 'library', name, version: known, purl: `pkg:generic/${name}@${known}` }] : [];
    }),
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([version, sbom.components]))
    .digest('hex');
  sbom.serialNumber = `urn:uuid:${hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')}`;
  return sbom;
}
