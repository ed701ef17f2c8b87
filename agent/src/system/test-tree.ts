import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProbeContext } from '../probes/context.ts';
import type { ProbeContext } from '../probes/probe.ts';
import type { Exec, ExecResult } from './exec.ts';

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

/** An `Exec` that answers from a table of `command arguments` → standard output, or the whole result. */
export function scriptedExec(answers: Record<string, string | ExecResult>): Exec {
  return {
    async run(command, args) {
      const answer = answers[[command, ...args].join(' ')];
      if (answer === undefined) return { status: 'missing', detail: `${command} is not installed` };
      return typeof answer === 'string' ? { status: 'ok', stdout: answer, stderr: '' } : answer;
    },
  };
}

type Plain = string | number | boolean | Date | readonly Plain[] | { readonly [key: string]: Plain };

/** An XML property list as Apple's tools print it. */
export const plistOf = (value: Plain): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${toElement(value)}\n</plist>\n`;

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function toElement(value: Plain): string {
  if (typeof value === 'string') return `<string>${escapeXml(value)}</string>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (value instanceof Date) return `<date>${value.toISOString()}</date>`;
  if (Array.isArray(value)) return `<array>\n${value.map(toElement).join('\n')}\n</array>`;
  const pairs = Object.entries(value).map(
    ([key, inner]) => `<key>${escapeXml(key)}</key>\n${toElement(inner)}`,
  );
  return `<dict>\n${pairs.join('\n')}\n</dict>`;
}
