import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VERSION } from '@assay/shared';
import { build, type Plugin } from 'esbuild';
import { addons, otherPlatforms, sourcePlaces, versionOf } from './bundle-plugins.ts';
import type { BundleTarget, Product } from './targets.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Files that are read at run time, by their path in the checkout; what is a directory is meant with all in it. */
const RESOURCES: Record<Product, readonly string[]> = {
  agent: [],
  collector: [
    'collector/src/**/*.yaml',
    'collector/src/policy/document/policy.schema.json',
    'collector/src/**/*.sql',
    'collector/console/dist',
    'node_modules/@fastify/swagger-ui/static',
  ],
};

const MAIN: Record<Product, string> = {
  agent: 'agent/src/main.ts',
  collector: 'scripts/package/entry/collector.ts',
};

/** A product as one file, and what goes beside it. */
export interface Bundle {
  /** Absolute path of the CommonJS file. */
  main: string;
  /** Directory with the resources, at the places that they have in the checkout. */
  resourceDir: string;
  /** Paths in it, sorted. */
  resources: readonly string[];
  /** SHA-256, hex, over `main` and the resources. */
  digest: string;
}

/**
 * Bundles a product for one target: what belongs to other platforms is left out, worker threads become files of
 * their own, and what is looked for beside a source is looked for among the resources. The same sources give the
 * same bytes.
 * @param outDir emptied and filled
 * @param version that it says it is; another than the checkout's is for trying upgrades
 * @throws Error of esbuild, or when a resource is missing, e.g. a console that was not built
 */
export async function bundle(
  product: Product,
  target: BundleTarget,
  outDir: string,
  version: string = VERSION,
): Promise<Bundle> {
  rmSync(outDir, { recursive: true, force: true });
  const resourceDir = join(outDir, 'resources');
  mkdirSync(resourceDir, { recursive: true });
  const main = join(outDir, `${product}.cjs`);
  const workers = new Set<string>();
  const native = new Set<string>();
  const plugins = [
    otherPlatforms(target.platform),
    addons(target, native),
    sourcePlaces(ROOT, workers),
    versionOf(version),
  ];
  await toOneFile(join(ROOT, MAIN[product]), main, { target, plugins, banner: resourcesAt('resources') });
  for (const worker of workers) {
    const path = worker.replace(/\.ts$/, '.cjs');
    const banner = resourcesAt(path.split('/').slice(1).fill('..').join('/'));
    await toOneFile(join(ROOT, worker), join(resourceDir, path), { target, plugins, banner });
  }
  for (const path of [...filesOf(product), ...native]) {
    const to = join(resourceDir, path);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(ROOT, path), to);
  }
  const resources = filesBelow(resourceDir);
  return { main, resourceDir, resources, digest: digestOf(main, resourceDir, resources) };
}

async function toOneFile(
  entry: string,
  outfile: string,
  { target, plugins, banner }: { target: BundleTarget; plugins: Plugin[]; banner: string },
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    plugins,
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    // Class names are shown in messages and logs.
    keepNames: true,
    platform: 'node',
    target: `node${target.node}`,
    format: 'cjs',
    legalComments: 'none',
    banner: { js: banner },
    // ws asks for them and goes on without: they would be native code.
    external: ['bufferutil', 'utf-8-validate'],
    logLevel: 'silent',
  });
  writeFileSync(outfile, toAscii(readFileSync(outfile, 'utf8')));
}

/**
 * One letter beyond ASCII makes Node hold the whole text with two bytes for each. esbuild escapes them in strings and
 * templates; what it leaves are regular expressions, where the same escape means the same.
 */
const toAscii = (code: string): string =>
  code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function filesOf(product: Product): string[] {
  return RESOURCES[product].flatMap((pattern) => {
    const files = globSync(pattern.includes('*') ? pattern : `${pattern}/**`, { cwd: ROOT }).filter(
      (path) => statSync(join(ROOT, path)).isFile() && !path.endsWith('.map'),
    );
    if (files.length === 0) throw new Error(`the ${product} needs ${pattern}, and there is none`);
    return files.map((path) => path.replaceAll('\\', '/'));
  });
}

const filesBelow = (dir: string): string[] =>
  globSync('**', { cwd: dir })
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

const resourcesAt = (fromHere: string) =>
  `globalThis.assayResources=require("node:path").join(__dirname,${JSON.stringify(fromHere)});`;

function digestOf(main: string, dir: string, resources: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(main));
  for (const path of resources) hash.update(`\n${path}\n`).update(readFileSync(join(dir, path)));
  return hash.digest('hex');
}
