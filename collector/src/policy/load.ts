import { createHash } from 'node:crypto';
import { SIGNAL_NAMES } from '@assay/shared';
import { type Document, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { type Condition, ConditionError, compileCondition } from './conditions.ts';
import { configuredValues, toldValue } from './configured-values.ts';
import { type CheckDocument, documentProblems, durationMs, type PolicyDocument } from './document.ts';
import { toExemptionRules } from './exemption-rules.ts';
import type { Check, Policy } from './policy.ts';
import { toStaging } from './staging.ts';
import { signalOf, type VariableName } from './vocabulary.ts';

/** `line` and `column` count from 1. */
export interface PolicyProblem {
  line: number;
  column: number;
  message: string;
}

/** A document that is not a policy, with every problem found. */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[];
  constructor(file: string, problems: readonly PolicyProblem[]) {
    const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    super(sorted.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'));
    this.name = 'PolicyError';
    this.problems = sorted;
  }
}

type Path = (string | number)[];
type Report = (path: Path, message: string, offset?: number) => void;

const MAX_CHARACTERS = 256 * 1024;

/**
 * Reads a policy document. `file` only names it in errors.
 * @throws PolicyError
 */
export function loadPolicy(yamlText: string, file: string): Policy {
  if (yamlText.length > MAX_CHARACTERS) {
    throw new PolicyError(file, [
      { line: 1, column: 1, message: `larger than ${MAX_CHARACTERS} characters` },
    ]);
  }
  const lines = new LineCounter();
  const yaml = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const problems: PolicyProblem[] = [];
  const reportAt = (position: number, message: string) => {
    const { line, col } = lines.linePos(position);
    problems.push({ line, column: col, message });
  };
  const failIfAny = () => {
    if (problems.length > 0) throw new PolicyError(file, problems);
  };
  for (const error of yaml.errors) reportAt(error.pos[0], error.message);
  failIfAny();
  const report: Report = (path, message, offset) =>
    reportAt(positionOf(yaml, yamlText, path, offset), message);

  const value = toValue(yaml, report);
  for (const { path, message } of documentProblems(value)) report(path, message);
  failIfAny();
  const document = value as PolicyDocument;
  reportContradictions(document, report);
  const checks = document.checks.map((check, i) => toCheck(check, ['checks', i], report));
  failIfAny();
  return toPolicy(
    document,
    checks.filter((check) => check !== null),
  );
}

function toValue(yaml: Document.Parsed, report: Report): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 50 });
  } catch (error) {
    report([], (error as Error).message);
    return null;
  }
}

// Where in the text a path is: its value, or the nearest parent that exists. An offset into a text value is exact
// when the value stands there verbatim on one line.
function positionOf(yaml: Document.Parsed, source: string, path: Path, offset = 0): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = (depth === 0 ? yaml.contents : yaml.getIn(path.slice(0, depth), true)) as
      | Node
      | null
      | undefined;
    const range = node?.range;
    if (!range) continue;
    if (!isScalar(node) || typeof node.value !== 'string') return range[0];
    const verbatim = source.indexOf(node.value.trimEnd(), range[0]);
    return verbatim >= 0 && verbatim < range[1] ? verbatim + offset : range[0];
  }
  return 0;
}

function reportContradictions({ tiers, checks }: PolicyDocument, report: Report): void {
  if (tiers.trusted <= tiers.limited)
    report(['tiers', 'trusted'], `must be more than limited (${tiers.limited})`);
  const seen = new Set<string>();
  for (const [i, { id }] of checks.entries()) {
    if (seen.has(id)) report(['checks', i, 'id'], `${id} is the id of an earlier check`);
    seen.add(id);
  }
}

function toCheck(from: CheckDocument, path: Path, report: Report): Check | null {
  const compile = (field: 'when' | 'pass', source: string): Condition | null => {
    try {
      return compileCondition(source);
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      for (const { message, offset } of error.problems) report([...path, field], message, offset);
      return null;
    }
  };
  const when = from.when === undefined ? null : compile('when', from.when);
  const pass = compile('pass', from.pass);
  if (!pass) return null;
  reportTold(from, path, report);
  const read = new Set([...pass.reads, ...(when?.reads ?? [])].map(signalOf));
  const { id, title, weight, explain } = from;
  const { required = false, unknown = 'fail', absent = 'fail', remedy = {} } = from;
  const { hold = '0s', grace = '0s', max_age, audience = 'both', sources = 'strictest' } = from;
  return {
    ...{ id, title, when, pass, weight, required, unknown, absent, audience, sources, explain, remedy },
    holdMs: durationMs(hold),
    graceMs: durationMs(grace),
    staging: toStaging(from.stage),
    maxAgeMs: max_age === undefined ? null : durationMs(max_age),
    explainUser: from.explain_user ?? '',
    subjects: pass.reads.filter((name) => name !== 'device'),
    signals: SIGNAL_NAMES.filter((name) => read.has(name)),
  };
}

function reportTold({ when = '', pass, explain_user = '' }: CheckDocument, path: Path, report: Report): void {
  const value = toldValue(explain_user, configuredValues(`${when} ${pass}`));
  if (value === null) return;
  const message = `tells the user "${value}", which the check is configured with: say it in explain, for administrators`;
  report([...path, 'explain_user'], message);
}

function toPolicy(document: PolicyDocument, checks: Check[]): Policy {
  const reads = new Set<VariableName>();
  for (const { pass, when } of checks)
    for (const name of [...pass.reads, ...(when?.reads ?? [])]) reads.add(name);
  return {
    name: document.policy,
    hash: contentHash(document, checks),
    tiers: document.tiers,
    evidenceMaxAgeMs: durationMs(document.evidence_max_age),
    exemptions: toExemptionRules(document.exemptions),
    checks,
    reads: [...reads],
  };
}

// The canonical form: defaults filled in, fields sorted; spelling, comments and order of fields don't matter.
function contentHash(document: PolicyDocument, checks: readonly Check[]): string {
  const canonical = {
    ...document,
    exemptions: toExemptionRules(document.exemptions),
    checks: checks.map(({ when, pass, subjects: _, signals: __, ...rest }) => ({
      ...rest,
      when: when?.source.trim() ?? null,
      pass: pass.source.trim(),
    })),
  };
  const text = JSON.stringify(canonical, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
