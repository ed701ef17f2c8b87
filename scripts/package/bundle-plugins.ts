import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Platform } from '@assay/shared';
import type { Plugin } from 'esbuild';
import type { BundleTarget } from './targets.ts';

/** Leaves out the probes of other platforms. */
export const otherPlatforms = (platform: Platform): Plugin => ({
  name: 'other platforms',
  setup(build) {
    build.onResolve({ filter: /^\.\/(linux|macos|windows)\.ts$/ }, ({ path, importer }) => {
      const [, name] = /(\w+)\.ts$/.exec(path) ?? [];
      if (!importer.endsWith(join('probes', 'registry.ts')) || name === platform) return undefined;
      return { path: name as string, namespace: 'other-platform' };
    });
    build.onLoad({ filter: /.*/, namespace: 'other-platform' }, ({ path }) => ({
      contents: `export const ${path}Probes = () => [];`,
    }));
  },
});

/**
 * Native code cannot be bundled: it is loaded from the resources. Of better-sqlite3 the target's own build is taken.
 * @param found gets its paths in the checkout
 */
export const addons = ({ platform, arch }: BundleTarget, found: Set<string>): Plugin => ({
  name: 'native addons',
  setup(build) {
    const nodeName = { linux: 'linux', macos: 'darwin', windows: 'win32' }[platform];
    build.onResolve({ filter: /^better-sqlite3$/ }, ({ resolveDir, kind }) =>
      build.resolve(`better-sqlite3/${nodeName}-${arch}`, { resolveDir, kind }),
    );
    build.onResolve({ filter: /\.node$/ }, ({ path, resolveDir }) => {
      const place = relative(build.initialOptions.absWorkingDir as string, join(resolveDir, path));
      found.add(place.replaceAll('\\', '/'));
      return { path: place.replaceAll('\\', '/'), namespace: 'addon' };
    });
    build.onLoad({ filter: /.*/, namespace: 'addon' }, ({ path }) => ({
      contents: `const { createRequire } = require('node:module');
        module.exports = createRequire(globalThis.assayResources + '/')('./${path}');`,
    }));
  },
});

/**
 * Where a source asks for its own place, it gets the same place among the resources; the worker threads that it
 * starts become files there.
 * @param workers gets their paths in the checkout
 */
export const sourcePlaces = (root: string, workers: Set<string>): Plugin => ({
  name: 'source places',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const place = relative(root, path).replaceAll('\\', '/');
      const dir = `(globalThis.assayResources+${JSON.stringify(`/${dirname(place)}`)})`;
      if (place.includes('node_modules/')) {
        if (!text.includes('__dirname')) return undefined;
        return { contents: text.replaceAll(/\b__dirname\b/g, dir), loader: 'js' };
      }
      if (!text.includes('import.meta')) return undefined;
      for (const [, worker] of text.matchAll(WORKER)) workers.add(join(dirname(place), `${worker}.ts`));
      return {
        contents: text
          .replaceAll(WORKER, `new URL('$1.cjs', import.meta.url)`)
          .replaceAll('import.meta.dirname', dir)
          .replaceAll('import.meta.url', `require('node:url').pathToFileURL(${dir} + '/main')`),
        loader: 'ts',
      };
    });
  },
});

const WORKER = /new URL\('(\.[^']+)\.ts', import\.meta\.url\)/g;

/** What the product calls its version, and nothing else of the package that says so. */
export const versionOf = (version: string): Plugin => ({
  name: 'version',
  setup(build) {
    build.onLoad({ filter: /shared[\\/]package\.json$/ }, () => ({
      contents: JSON.stringify({ version }),
      loader: 'json',
    }));
  },
});
