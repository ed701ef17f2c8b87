import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProbeContext } from '../probes/context.ts';
import type { ProbeContext } from '../probes/probe.ts';
import type { Exec } from './exec.ts';

/** Content of a file, or where a link points. */
export type TreeEntry = string | Uint8Array | { link: string };

/** Makes a tree of real files for one test; it is gone after it. @returns its root */
export function makeTree(entries: Record<string, TreeEntry> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'assay-tree-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  addToTree(root, entries);
  return root;
}

/** Missing directories are made; a path that ends in a slash is an empty directory. */
export function addToTree(root: string, entries: Record<string, TreeEntry>): void {
  for (const [path, entry] of Object.entries(entries)) {
    const place = join(root, path);
    if (path.endsWith('/')) {
      mkdirSync(place, { recursive: true });
      continue;
    }
    mkdirSync(dirname(place), { recursive: true });
    if (typeof entry === 'object' && 'link' in entry) symlinkSync(entry.link, place);
    else writeFileSync(place, entry);
  }
}

/** What a probe sees of such a tree, at the start of 2026; programs are refused unless given. */
export function treeContext(entries: Record<string, TreeEntry>, exec?: Exec): ProbeContext {
  return createProbeContext({
    root: makeTree(entries),
    version: '0.0.0',
    keyStorage: 'file',
    clock: { now: () => Date.UTC(2026, 0, 1) },
    ...(exec ? { exec } : {}),
  });
}

/** An `Exec` that answers from a table of `command arguments` → standard output. */
export function scriptedExec(answers: Record<string, string>): Exec {
  return {
    async run(command, args) {
      const stdout = answers[[command, ...args].join(' ')];
      return stdout === undefined
        ? { status: 'missing', detail: `${command} is not installed` }
        : { status: 'ok', stdout, stderr: '' };
    },
  };
}
