import { hash } from 'node:crypto';
import { type Assessment, VERSION } from '@assay/shared';
import type { AssessContext } from '../assess/assess.ts';
import { toCarried } from '../assess/carried.ts';
import type { Exemption } from '../assess/exemption.ts';
import type { OsEolTable } from '../reference-values/os-eol.ts';
import type { JudgedEvidence, KeptJudgement } from '../store/judgements.ts';

const sha256 = (text: string): Buffer => hash('sha256', text, 'buffer');

/** Fields sorted, so that the digest is of what an assessment says and not of the order it was put together in. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return canonicalList(value);
  let text = '{';
  for (const name of Object.keys(value).sort()) {
    const part = value[name as never] as unknown;
    if (part !== undefined) text += `${text === '{' ? '' : ','}${quoted(name)}:${canonical(part)}`;
  }
  return `${text}}`;
}

function canonicalList(list: readonly unknown[]): string {
  let text = '[';
  for (const item of list) text += `${text === '[' ? '' : ','}${canonical(item)}`;
  return `${text}]`;
}

/** As few as there are fields in an assessment. */
const quotedNames = new Map<string, string>();

function quoted(name: string): string {
  const known = quotedNames.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  quotedNames.set(name, text);
  return text;
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
