import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

// The lock file holds hashes and no hosts, so that it fits whatever registry or mirror a machine is given.
// An argument names another checkout to look at.

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '../..'));
const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);

const problems = Object.entries(lock.packages).flatMap(([path, { resolved, integrity, link }]) => {
  if (link || !path.includes('node_modules/')) return [];
  return [
    ...(resolved === undefined ? [] : [`${path}: names a host: ${resolved}`]),
    ...(integrity === undefined ? [`${path}: has no hash`] : []),
  ];
});

for (const problem of problems) process.stderr.write(`package-lock.json: ${problem}\n`);
if (problems.length > 0) process.stderr.write('remove node_modules and the lock file, and run npm install\n');
process.exit(problems.length > 0 ? 1 : 0);
