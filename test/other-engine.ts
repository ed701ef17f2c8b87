import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const at = (path: string) => join(root, path);

/** What stands in for what when the collector's tests run on the engine in memory. */
const IN_MEMORY = new Map([
  [at('collector/src/engine.ts'), at('collector/src/store/memory/engine.ts')],
  [at('test/helpers/stored.ts'), at('test/helpers/stored-in-memory.ts')],
]);

/** Tests that are about one engine, and why: they are left out. */
export const ABOUT_FILES = [
  // Its file, its SQL, its threads; the comparison of both engines opens each by itself.
  'collector/src/store/**',
  // A backup is a copy of the database file.
  'collector/src/backup/**',
  'test/e2e/backup.test.ts',
  // They look into the database file while the collector runs.
  'test/e2e/updates.test.ts',
  // It holds the database file so that its writer is stuck.
  'test/e2e/canary.test.ts',
];

/** Puts the engine in memory in the place of SQLite, in this process alone. */
export function inMemory() {
  return {
    name: 'assay-in-memory',
    enforce: 'pre' as const,
    async resolveId(
      this: {
        resolve(
          source: string,
          importer: string | undefined,
          options: { skipSelf: true },
        ): Promise<{ id: string } | null>;
      },
      source: string,
      importer: string | undefined,
    ) {
      if (!/(engine|stored)\.ts$/.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found ? (IN_MEMORY.get(found.id) ?? null) : null;
    },
  };
}
