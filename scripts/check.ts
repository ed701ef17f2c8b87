import { join } from 'node:path';
import { runSteps, type Step } from './check/run-steps.ts';

// Everything that can be known without running the product. A name as an argument runs only the steps that
// contain it: npm run check -- types

const root = join(import.meta.dirname, '..');
const node = process.execPath;
const module = (path: string) => join(root, 'node_modules', path);
const script = (path: string) => join(root, 'scripts', path);

// npm itself says whether it would accept the lock file; it needs no network for that and changes nothing.
const npm: Step['command'] = process.env.npm_execpath?.endsWith('npm-cli.js')
  ? [process.env.npm_node_execpath ?? node, process.env.npm_execpath]
  : ['npm'];

const STEPS: Step[] = [
  { name: 'types', command: [node, module('typescript/bin/tsc'), '-p', 'scripts/tsconfig.json'] },
  {
    name: 'types of the console',
    command: [node, module('typescript/bin/tsc'), '-p', 'collector/console/tsconfig.json'],
  },
  {
    name: 'lint and format',
    command: [node, module('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'],
  },
  { name: 'dead code', command: [node, module('knip/bin/knip.js'), '--no-progress'] },
  { name: 'layers', command: [node, script('check-layers.ts')] },
  { name: 'generated code', command: [node, script('generate-proto.ts'), '--check'] },
  { name: 'documents', command: [node, script('check-docs.ts'), '--check'] },
  {
    name: 'lock file fits the packages',
    command: [...npm, 'ci', '--dry-run', '--offline', '--ignore-scripts', '--loglevel=error'],
  },
  { name: 'lock file names no hosts', command: [node, script('check/lock-file.ts')] },
];

const wanted = process.argv.slice(2);
const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (steps.length === 0) {
  process.stderr.write(`no such check; there are: ${STEPS.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

const failed = await runSteps(
  steps.map((step) => ({ cwd: root, ...step })),
  { atOnce: 2, out: process.stdout },
);
const passed = steps.length - failed.length;
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`);
process.stdout.write(`${passed} passed, ${failed.length} failed, 0 skipped\n`);
process.exit(failed.length === 0 ? 0 : 1);
