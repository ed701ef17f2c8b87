import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Bundle } from './bundle.ts';
import { forgetOldSiblings, kept } from './cache.ts';
import { run } from './run.ts';
import { runtimeFor } from './runtimes.ts';
import { type Arch, type Product, TARGETS, type TargetName } from './targets.ts';

/** What pkg-sea.mjs is told. */
interface PkgJob {
  main: string;
  output: string;
  target: { platform: string; arch: string; nodeRange: string };
  seaConfig: Record<string, unknown>;
}

/**
 * Flags of the runtime. An agent does little and waits long: without a compiler to machine code (`lite-mode`) it holds 12 MB less,
 * and no memory of a root service is writable and executable. A small young generation takes 2 MB more off, and the
 * cap makes a restart of a leak before the laptop's user notices. Node's `fetch` and `WebSocket` need WebAssembly, which
 * goes with the compiler: the agent uses neither. It collects garbage itself now and then, and functions that were
 * not called since are compiled anew when they are: those of the start, which are most, take two megabytes.
 */
export const RUNTIME_FLAGS: Record<Product, readonly string[]> = {
  agent: [
    ...['--lite-mode', '--max-semi-space-size=1', '--max-old-space-size=64'],
    ...['--expose-gc', '--bytecode-old-age=1'],
    // Node's own, of node:ffi: whoever reads the service's log can do nothing about it.
    '--disable-warning=ExperimentalWarning',
  ],
  collector: [],
};

/** `none` makes NODE_OPTIONS inert, so that nobody loads code into a root service. */
const seaOptionsOf = (product: Product) =>
  product === 'agent' ? { execArgv: RUNTIME_FLAGS.agent, execArgvExtension: 'none' } : {};

/**
 * A bundle in its target's runtime. One that was made of the same before is taken from the cache.
 * @param node version of the runtime, if not the target's
 * @returns absolute path of the executable, in the cache: to be copied
 * @throws PackageError when a runtime or a program is missing, or when pkg fails
 */
export async function makeExecutable(
  product: Product,
  name: TargetName,
  bundle: Bundle,
  node: string = TARGETS[name].node,
): Promise<string> {
  const made = [bundle.digest, node, codeCacheFor(name), seaOptionsOf(product)];
  const key = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  const executable = await kept(`executables/${product}-${name}-${node}/${key}`, (output) =>
    buildExecutable(product, name, bundle, output, node),
  );
  forgetOldSiblings(executable);
  return executable;
}

/**
 * Puts a bundle into its target's runtime, by pkg.
 * @param output absolute path
 * @throws PackageError as `makeExecutable`
 */
export async function buildExecutable(
  product: Product,
  name: TargetName,
  bundle: Bundle,
  output: string,
  node: string = TARGETS[name].node,
): Promise<void> {
  const digestFile = `${bundle.main}.digest`;
  writeFileSync(digestFile, bundle.digest);
  const resources = bundle.resources.map((path) => [path, join(bundle.resourceDir, path)]);
  const seaConfig = {
    ...seaOptionsOf(product),
    useCodeCache: codeCacheFor(name),
    assets: { ...Object.fromEntries(resources), digest: digestFile },
  };
  const target = {
    platform: name.split('-')[0] as string,
    arch: TARGETS[name].arch,
    nodeRange: `node${node}`,
  };
  await runPkg({ main: bundle.main, output, target, seaConfig }, name, node);
}

/** Halves the time to start; it belongs to the processor and version of V8 that made it. */
const codeCacheFor = (name: TargetName) => name === `${platform()}-${arch()}`;

async function runPkg(job: PkgJob, name: TargetName, node: string): Promise<void> {
  const HOME = await pkgHome(name, node);
  const generator = await runtimeFor('linux-x64', node);
  await run(generator, [join(import.meta.dirname, 'pkg-sea.mjs'), JSON.stringify(job)], {
    env: { ...process.env, HOME, NODE_OPTIONS: '' },
  });
}

/**
 * Lays the prepared runtimes out as pkg's own download cache, so that it asks no network: an archive that is empty,
 * the executable, and beside each the file by which pkg knows it as complete.
 * @returns the home directory for pkg
 */
const pkgHome = (name: TargetName, version: string): Promise<string> =>
  kept(`pkg-home/${name}@${version}`, async (home) => {
    for (const target of new Set<TargetName>(['linux-x64', name])) {
      const base = join(home, '.pkg-cache/sea', `node-v${version}-${target}`);
      const isWindows = target.startsWith('win');
      const archive = `${base}${isWindows ? '.zip' : '.tar.gz'}`;
      const executable = isWindows ? `${base}.exe` : join(base, 'bin/node');
      mkdirSync(dirname(executable), { recursive: true });
      linkSync(await preparedRuntime(target, version), executable);
      for (const file of [archive, `${archive}.ok`, `${executable}.ok`]) writeFileSync(file, '');
    }
  });

/** Without debug symbols, which are a fifth of it, and without a signature that would no longer hold. */
async function preparedRuntime(name: TargetName, version: string): Promise<string> {
  const original = await runtimeFor(name, version);
  return kept(`prepared/${basename(dirname(dirname(original)))}`, (output) =>
    prepare(name, original, output),
  );
}

async function prepare(name: TargetName, original: string, output: string): Promise<void> {
  const { platform: system, arch: processor } = TARGETS[name];
  // Afterwards would be too late: strip takes the injected bundle for something to be dropped.
  if (system === 'linux') await run(stripFor(processor), ['-o', output, original]);
  else if (system === 'windows')
    await run('osslsigncode', ['remove-signature', '-in', original, '-out', output]);
  else copyFileSync(original, output);
}

function stripFor(processor: Arch): string {
  if (processor === arch()) return 'strip';
  return processor === 'arm64' ? 'aarch64-linux-gnu-strip' : 'x86_64-linux-gnu-strip';
}
