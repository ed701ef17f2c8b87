import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The part of vitest's JSON report that we read. */
interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      failureMessages?: string[];
    }[];
  }[];
}

/** What came of a run of the tests. */
export interface Summary {
  /** File, title and reason of everything that was not run. */
  leftOut: string[];
  /** File and title of what ran out of time and passed when it was tried again. */
  slow: string[];
  /** Debian's packages that would let it run. */
  packages: string[];
  counts: { passed: number; failed: number; skipped: number };
}

const titleOf = ({
  file,
  ancestorTitles,
  title,
}: {
  file: string;
  ancestorTitles: string[];
  title: string;
}) => [file, ...ancestorTitles.filter(Boolean), title].join(' > ');

const NEED = /\[needs \S+: apt-get install (\S+)\]/;

/**
 * Reads vitest's JSON report. What failed outside a test, in a hook or while a file was loaded, counts as one; so
 * does a run that ended badly (`ok`: its exit code was 0) without saying why.
 */
export function summarize(reportFile: string, { root, ok }: { root: string; ok: boolean }): Summary {
  const files = existsSync(reportFile)
    ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report).testResults
    : [];
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative(root, name).replaceAll('\\', '/') })),
  );
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length + brokenFiles;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const slow = tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length);
  const titles = skipped.map(titleOf);
  return {
    leftOut: titles,
    slow: slow.map(titleOf),
    packages: [...new Set(titles.flatMap((title) => NEED.exec(title)?.[1] ?? []))],
    counts: { passed, failed: failed === 0 && !ok ? 1 : failed, skipped: skipped.length },
  };
}
