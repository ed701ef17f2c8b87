import { agentLayerViolations } from './agent-layers.ts';
import { collectorLayerViolations } from './collector-layers.ts';
import { cycleViolations } from './cycles.ts';
import { packageViolations } from './packages.ts';
import { readSources, type Violation } from './source-tree.ts';

const RULES = [packageViolations, collectorLayerViolations, agentLayerViolations, cycleViolations];

/** Who imports whom although it may not, in a checkout: between packages, inside them, and in rings. */
export function checkLayers(root: string): { files: number; violations: Violation[] } {
  const files = readSources(root);
  return { files: files.length, violations: RULES.flatMap((rule) => rule(files)) };
}
