import { join, resolve } from 'node:path';
import { checkLayers } from './check/layers.ts';

// An argument names another checkout to look at.

const { files, violations } = checkLayers(resolve(process.argv[2] ?? join(import.meta.dirname, '..')));
for (const { path, line, rule, remedy } of violations)
  process.stderr.write(`${path}:${line}  ${rule}\n    ${remedy}\n`);
process.stdout.write(`${files} files, ${violations.length} violations\n`);
// Nothing to look at is not the same as nothing wrong.
process.exit(violations.length === 0 && files > 0 ? 0 : 1);
