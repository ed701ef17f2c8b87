import type { PolicyFile } from '../document/document.ts';
import { documentProblems } from '../document/document-problems.ts';
import { readSource, type Source } from '../document/source.ts';
import { LIMITS } from '../limits.ts';
import type { PolicyProblem } from '../problems.ts';
import { conditionProblems } from '../rules/to-check.ts';

/**
 * The text of a document that another includes. `name` is a path with forward slashes from the directory of the
 * policy's first document, never out of it; or `assay:` and the name of a policy that comes with Assay. Null: there is
 * none of that name.
 */
export type IncludeReader = (name: string) => string | null;

/** A document of a policy, in the shape of one. */
export interface Included extends Source {
  value: PolicyFile;
}

/** Every document of a policy, each after those that it includes: what comes later wins. */
export function readDocuments(
  text: string,
  file: string,
  read: IncludeReader | null,
  problems: PolicyProblem[],
): Included[] {
  const documents: Included[] = [];
  const begun = new Set<string>();

  function add(content: string, name: string, label: string, within: readonly string[]): void {
    begun.add(name);
    const source = readSource(content, label, problems);
    const wrong = source.value === undefined ? [] : documentProblems(source.value);
    for (const { path, message } of wrong) source.at(path)(message);
    if (wrong.length > 0) reportConditions(source);
    if (source.value === undefined || wrong.length > 0) return;
    const document = source as Included;
    for (const [i, wanted] of (document.value.include ?? []).entries()) {
      const message = include(wanted, name, [...within, name]);
      if (message) source.at(['include', i])(message);
    }
    documents.push(document);
  }

  /** What is wrong with including it; null if nothing is. */
  function include(wanted: string, from: string, within: readonly string[]): string | null {
    const name = resolveName(wanted, from);
    if (name === null) return `${wanted} is not beside or below the policy's first document`;
    if (within.includes(name))
      return `${name} includes itself: ${[...within, name].slice(within.indexOf(name)).join(' → ')}`;
    // Included twice by different ways, it stands where it came first.
    if (begun.has(name)) return null;
    if (within.length > LIMITS.includeDepth)
      return `included ${LIMITS.includeDepth} documents deep: that is enough`;
    if (begun.size >= LIMITS.documents) return `more than ${LIMITS.documents} documents`;
    if (!read) return 'includes are resolved where the files are: use assay-collector policy';
    const content = tryRead(read, name);
    if (typeof content !== 'string') return content.problem;
    add(content, name, BUILT_IN.test(name) ? name : `${directory}${name}`, within);
    return null;
  }

  const directory = /^.*[/\\]/.exec(file)?.[0] ?? '';
  add(text, file.slice(directory.length), file, []);
  return documents;
}

/** Of a document that has not the shape of one: what can be read of it is told as well, so that nobody mends twice. */
function reportConditions({ value, at }: Source): void {
  const checks = (value as { checks?: unknown } | null | undefined)?.checks;
  for (const [i, check] of Array.isArray(checks) ? checks.entries() : []) {
    for (const field of ['when', 'pass'] as const) {
      const condition = (check as Record<string, unknown> | null)?.[field];
      if (typeof condition !== 'string') continue;
      for (const { message, offset } of conditionProblems(field, condition))
        at(['checks', i, field])(message, offset);
    }
  }
}

function tryRead(read: IncludeReader, name: string): string | { problem: string } {
  try {
    return read(name) ?? { problem: `there is no ${name}` };
  } catch (error) {
    return { problem: `cannot read ${name}: ${(error as Error).message}` };
  }
}

const BUILT_IN = /^assay:[a-z]+$/;

/** A name relative to another, without `.` and `..`; null where it is no name of a file below the first document's. */
export function resolveName(wanted: string, from: string): string | null {
  if (BUILT_IN.test(wanted)) return wanted;
  const isForeign = wanted.startsWith('/') || /[\\:\0]/.test(wanted) || BUILT_IN.test(from);
  if (isForeign) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of wanted.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length > 0 ? parts.join('/') : null;
}
