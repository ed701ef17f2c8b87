import type { SourceFile, Violation } from './source-tree.ts';

/** Files that import each other in a ring; each ring is told once, at the import that closes it. */
export function cycleViolations(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const violations: Violation[] = [];

  function visit(file: SourceFile, way: readonly string[]): void {
    const here = [...way, file.path];
    for (const { target, line } of file.imports) {
      const next = target === null ? undefined : byPath.get(target);
      if (!next || done.has(next.path)) continue;
      const start = here.indexOf(next.path);
      if (start < 0) visit(next, here);
      else violations.push(toViolation([...here.slice(start), next.path], line));
    }
    done.add(file.path);
  }

  for (const file of files) if (!done.has(file.path)) visit(file, []);
  return violations;
}

const toViolation = (ring: readonly string[], line: number): Violation => ({
  path: ring.at(-2) ?? '',
  line,
  rule: `import cycle ${ring.join(' → ')}`,
  remedy: 'move what both need to a file of its own that neither imports back',
});
