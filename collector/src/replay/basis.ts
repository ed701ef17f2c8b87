import { hash } from 'node:crypto';
import { type Assessment, VERSION } from '@assay/shared';
import type { AssessContext } from '../assess/assess.ts';
import { toCarried } from '../assess/carried.ts';
import type { Exemption } from '../assess/exemption.ts';
import type { OsEolTable } from '../reference-values/os-eol.ts';
import type { JudgedEvidence, KeptJudgement } from '../store/judgements.ts';

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/** JSON with its fields sorted, so that the digest is of what an assessment says and not of the order it was put together in. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value)) ?? 'null';

/** A copy, and text of it in one go: pieces of text put together leave twice as much behind, for each judgement. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) copy[name] = sorted(value[name as never]);
  return copy;
}

/** SHA-256 of an assessment in canonical form. */
export const digestOfAssessment = (assessment: Assessment): Buffer => sha256(canonical(assessment));

const tables = new WeakMap<OsEolTable, { hash: string; body: string }>();

/** A table with the digest that it is known by. */
export function namedTable(table: OsEolTable): { hash: string; body: string } {
  const known = tables.get(table);
  if (known) return known;
  const body = JSON.stringify(table);
  const named = { hash: `sha256:${sha256(body).toString('hex')}`, body };
  tables.set(table, named);
  return named;
}

// Those of other devices and groups excuse nobody here.
const covers = (
  { scope }: Exemption,
  { deviceId, groups }: { deviceId: string; groups: readonly string[] },
) => (scope.kind === 'device' ? scope.device === deviceId : groups.includes(scope.group));

/** What has to be stored of a judgement so that it can be made again, whatever happens to the device later. */
export function keepJudgement(
  assessment: Assessment,
  { osEol, previous: _previous, memo: _memo, ...context }: AssessContext,
  previous: Assessment | null,
  evidence: JudgedEvidence,
  evidenceBefore: JudgedEvidence,
): KeptJudgement {
  return {
    basis: {
      context: { ...context, exemptions: context.exemptions.filter((one) => covers(one, context)) },
      osEol: namedTable(osEol).hash,
      previous: previous && toCarried(previous),
      evidence,
      evidenceBefore,
      version: VERSION,
    },
    digest: digestOfAssessment(assessment),
  };
}
