import { codeOf } from './imports.ts';
import { isForTests, type SourceFile, type Violation } from './source-tree.ts';

const SRC = 'agent/src/';
const PROBES = `${SRC}probes/`;
const SYSTEM = `${SRC}system/`;
const STARTS_PROGRAMS = `${SYSTEM}exec.ts`;
// Another version of the agent itself, whose signature was verified.
const STARTS_ITSELF = `${SRC}update/program.ts`;

/**
 * Where a probe knows more than how to look, a program is started past the list of allowed ones, or a signal may get lost.
 */
export const agentLayerViolations = (files: readonly SourceFile[]): Violation[] =>
  files
    .filter(({ path }) => path.startsWith(SRC) && !isForTests(path))
    .flatMap((file) => [...wrongImports(file), ...lostSignals(file)]);

const wrongImports = ({ path, imports }: SourceFile): Violation[] =>
  imports.flatMap(({ specifier, target, line }) => {
    const broken = brokenRule(path, specifier, target);
    return broken ? [{ path, line, ...broken }] : [];
  });

/**
 * Nothing but its sources holds a signal that AbortSignal.any made, and those only weakly: one that a sleep waited on
 * was collected, and an agent that had been told to stop slept on.
 */
function lostSignals({ path, text }: SourceFile): Violation[] {
  const code = codeOf(text, { strings: true });
  return [...code.matchAll(/\bAbortSignal\s*\.\s*any\b/g)].map(({ index }) => ({
    path,
    line: code.slice(0, index).split('\n').length,
    rule: 'the agent uses AbortSignal.any',
    remedy:
      'it may be collected while somebody waits for it: abort a controller from listeners on both signals',
  }));
}

function brokenRule(path: string, specifier: string, target: string | null) {
  if (/^(node:)?child_process$/.test(specifier) && ![STARTS_PROGRAMS, STARTS_ITSELF].includes(path)) {
    return {
      rule: `starts programs by itself: ${specifier}`,
      remedy: `run listed programs only, through ${STARTS_PROGRAMS.slice(SRC.length)}`,
    };
  }
  const isOutside = target !== null && ![PROBES, SYSTEM].some((dir) => target.startsWith(dir));
  if (path.startsWith(PROBES) && isOutside) {
    return {
      rule: `a probe imports ${specifier}`,
      remedy: 'probes know @assay/shared, other probes and system/ only: take the rest through the context',
    };
  }
  if (path.startsWith(SYSTEM) && target !== null && !target.startsWith(SYSTEM)) {
    return {
      rule: `system/ imports ${specifier}`,
      remedy: 'system/ is at the bottom: move what it needs there',
    };
  }
  return null;
}
