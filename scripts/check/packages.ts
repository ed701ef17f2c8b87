import { isForTests, type SourceFile, type Violation } from './source-tree.ts';

/** What a package of ours may know of the others: names it may import, and what to tell who imports another. */
interface PackageRule {
  name: string;
  dir: string;
  may: string[];
}

const SHARED = ['@assay/shared', '@assay/shared/api', '@assay/shared/signal-catalog'];

// The longest directory decides, so the console comes before the collector it lives in.
const PACKAGES: PackageRule[] = [
  { name: 'console', dir: 'collector/console/', may: ['@assay/shared/api', '@assay/shared/signal-catalog'] },
  { name: 'proto', dir: 'proto/', may: [] },
  { name: 'shared', dir: 'shared/', may: ['@assay/proto'] },
  { name: 'agent', dir: 'agent/', may: [...SHARED, '@assay/proto'] },
  {
    name: 'collector',
    dir: 'collector/',
    may: [...SHARED, '@assay/shared/report-cursor', '@assay/proto'],
  },
];
// Both look inside the packages on purpose.
const FREE = ['test/', 'scripts/'];

const packageOf = (path: string) => PACKAGES.find(({ dir }) => path.startsWith(dir));

/** Packages that know of others more than they may, reach past what they give out, or need what is only for tests. */
export const packageViolations = (files: readonly SourceFile[]): Violation[] =>
  files.flatMap((file) => {
    const owner = packageOf(file.path);
    if (!owner || FREE.some((dir) => file.path.startsWith(dir))) return [];
    return file.imports.flatMap(({ specifier, target, line }) => {
      const remedy = remedyFor(owner, { specifier, target, forTests: isForTests(file.path) });
      return remedy ? [{ path: file.path, line, rule: `${owner.name} imports ${specifier}`, remedy }] : [];
    });
  });

function remedyFor(
  { name, dir, may }: PackageRule,
  { specifier, target, forTests }: { specifier: string; target: string | null; forTests: boolean },
): string | null {
  if (target !== null) {
    if (isForTests(target) && !forTests) return 'that is only there for tests';
    const inside = target.startsWith(dir) && packageOf(target)?.name === name;
    // Receivers and fixtures that several packages' tests are held against.
    if (inside || (forTests && target.startsWith('test/'))) return null;
    return 'a package is reached by its name only: import what it gives out';
  }
  if (!specifier.startsWith('@assay/') || may.includes(specifier)) return null;
  return may.length === 0
    ? `${name} imports nothing of ours`
    : `${name} may import ${may.join(', ')}: move what both need to one of them`;
}
