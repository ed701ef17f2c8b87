import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// Generates proto/src/gen from proto/assay. `--check` says whether what is committed is up to date instead.

const root = join(import.meta.dirname, '..');
const out = join(root, 'proto/src/gen');
const require = createRequire(import.meta.url);
const cli = (name: 'pbjs' | 'pbts') => require.resolve(`protobufjs-cli/bin/${name}`);

const run = (script: string, args: string[]) =>
  execFileSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });

const files = ['envelope', 'enrollment', 'session', 'report', 'signals', 'assessment'];

// keep-case: the wire's words stay the .proto's words, in code and in signal values.
const js = run(cli('pbjs'), [
  ...['-t', 'static-module', '-w', 'esm', '--keep-case', '--force-number', '--no-service'],
  ...['--no-delimited', '--no-typeurl', '--no-create', '--no-verify', '-p', 'proto'],
  ...files.map((name) => `proto/assay/v1/${name}.proto`),
]);
mkdirSync(out, { recursive: true });

const jsFile = join(out, 'assay.js');
const typesFile = join(out, 'assay.d.ts');
const typesOf = (file: string) => run(cli('pbts'), [file]);

if (process.argv.includes('--check')) {
  if (readFileSync(jsFile, 'utf8') !== js || readFileSync(typesFile, 'utf8') !== typesOf(jsFile)) {
    process.stderr.write('proto/src/gen is not what proto/assay generates: npm run generate\n');
    process.exit(1);
  }
} else {
  writeFileSync(jsFile, js);
  writeFileSync(typesFile, typesOf(jsFile));
}
