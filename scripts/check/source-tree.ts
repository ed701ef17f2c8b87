import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';

/** One of our source files; paths are relative to the checkout, with `/`. */
export interface SourceFile {
  path: string;
  text: string;
  /** `target`: the file that a relative import means; null for a package's name. */
  imports: (Import & { target: string | null })[];
}

/** A rule that is broken, where, and what to do. */
export interface Violation {
  path: string;
  line: number;
  rule: string;
  remedy: string;
}

const SOURCES = '{proto,shared,agent,collector,test,scripts}/**/*.{ts,tsx,mjs}';
const LEFT_OUT = /(^|\/)(node_modules|dist|gen|testdata)\//;

/** Reads every source file of ours below a directory. */
export const readSources = (root: string): SourceFile[] =>
  globSync(SOURCES, { cwd: root, exclude: (path) => /(^|[/\\])(node_modules|dist)$/.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const imports = importsOf(text).map((found) => ({ ...found, target: targetOf(path, found.specifier) }));
      return { path, text, imports };
    });

const targetOf = (path: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;

/** Tests and what is only there for them: free of the rules on what a file is for. */
export const isForTests = (path: string): boolean =>
  /\.test\.tsx?$|(^|\/)test-[^/]*\.ts$|(^|\/)testing\//.test(path);
