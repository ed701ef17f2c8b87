import type { Assessment } from '@assay/shared';
import { type AssessContext, assess } from '../assess/assess.ts';
import type { PolicyExample } from '../policy/examples.ts';
import type { Policy } from '../policy/policy.ts';
import { builtInOsEol } from '../reference-values/os-eol.ts';

/** What became of one example; it holds when nothing differs. */
export interface ExampleResult {
  name: string;
  differences: string[];
}

/** Pure. Judges each example and holds it against what it expects. */
export const tryExamples = (
  policy: Policy,
  examples: readonly PolicyExample[],
  now: number,
): ExampleResult[] =>
  examples.map((example) => ({
    name: example.name,
    differences: differences(example.expect, judged(policy, example, example.at ?? now)),
  }));

function judged(policy: Policy, { platform, groups, signals }: PolicyExample, now: number): Assessment {
  const context: AssessContext = {
    ...{ now, evidenceAt: now, clockSkew: now, previous: null, platform, groups, deviceId: 'example' },
    ...{ osEol: builtInOsEol, exemptions: [], breakGlass: null },
  };
  return assess(policy, signals, context);
}

function differences(
  { tier, score, checks = {} }: PolicyExample['expect'],
  assessment: Assessment,
): string[] {
  const outcomes = new Map(
    assessment.checks.map(({ check, outcome, explain }) => [check, { outcome, explain }]),
  );
  return [
    ...(tier !== undefined && tier !== assessment.tier
      ? [`expected tier ${tier}, got ${assessment.tier}`]
      : []),
    ...(score !== undefined && score !== assessment.score
      ? [`expected score ${score}, got ${assessment.score}`]
      : []),
    ...Object.entries(checks).flatMap(([check, expected]) => {
      const found = outcomes.get(check);
      if (!found) return [`expected ${check} to be ${expected}, but there is no such check`];
      if (found.outcome === expected) return [];
      return [
        `expected ${check} to be ${expected}, got ${found.outcome}${found.explain ? `: ${found.explain}` : ''}`,
      ];
    }),
  ];
}
