import { join, resolve } from 'node:path';
import { agentLayerViolations } from './check/agent-layers.ts';
import { collectorLayerViolations } from './check/collector-layers.ts';
import { cycleViolations } from './check/cycles.ts';
import { packageViolations } from './check/packages.ts';
import { readSources } from './check/source-tree.ts';

// Who may import whom: between packages, inside collector and agent, and never in a ring.
// An argument names another checkout to look at.

const files = readSources(resolve(process.argv[2] ?? join(import.meta.dirname, '..')));
const violations = [
  packageViolations,
  collectorLayerViolations,
  agentLayerViolations,
  cycleViolations,
].flatMap((rule) => rule(files));

for (const { path, line, rule, remedy } of violations)
  process.stderr.write(`${path}:${line}  ${rule}\n    ${remedy}\n`);
if (files.length === 0) process.stderr.write('no source files found\n');
process.stdout.write(`${files.length} files, ${violations.length} violations\n`);
process.exit(violations.length === 0 && files.length > 0 ? 0 : 1);
