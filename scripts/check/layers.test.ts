import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkLayers } from './layers.ts';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

/** What the check says of a tree of files. */
function check(tree: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'assay-layers-'));
  made.push(root);
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkLayers(root).violations.map(({ path, line, rule }) => `${path}:${line}  ${rule}`);
}

it('passes a tree in which everything points downward', () => {
  const told = check({
    'proto/src/index.ts': "export const proto = 1;\nimport 'protobufjs/minimal.js';\n",
    'shared/src/index.ts': "import { proto } from '@assay/proto';\nexport { proto };\n",
    'agent/src/probes/os/linux.ts':
      "import type { Files } from '../../system/files.ts';\nimport '@assay/shared';\n",
    'agent/src/system/files.ts': 'export interface Files {}\n',
    'agent/src/system/exec.ts': "import { spawn } from 'node:child_process';\n",
    'collector/src/main.ts': "import './compose.ts';\n",
    'collector/src/compose.ts': "import './api/server.ts';\nimport './store/sqlite/sqlite-store.ts';\n",
    'collector/src/api/server.ts': "import '../ingest.ts';\n",
    'collector/src/store/sqlite/sqlite-store.ts': "import type { Store } from '../store.ts';\n",
    'collector/src/store/store.ts': 'export interface Store {}\n',
    'collector/src/ingest.ts': "import './store/store.ts';\nimport './assess/assess.ts';\n",
    'collector/src/assess/assess.ts': "import { parse } from 'yaml';\n",
    'collector/console/src/main.tsx':
      "import type { DeviceList } from '@assay/shared/api';\nimport 'react';\n",
    'test/e2e/x.test.ts': "import '../../agent/src/system/exec.ts';\nimport '@assay/collector';\n",
  });
  expect(told).toEqual([]);
});

it.each([
  ['proto imports something of ours', 'proto/src/a.ts', '@assay/shared'],
  ['shared imports a side', 'shared/src/a.ts', '@assay/agent'],
  ['the agent imports the collector', 'agent/src/a.ts', '@assay/collector'],
  ['the collector imports the agent', 'collector/src/main.ts', '@assay/agent'],
  ['the console imports everything shared', 'collector/console/src/a.tsx', '@assay/shared'],
  ['the console imports the collector it is in', 'collector/console/src/a.tsx', '../../src/api.ts'],
  ['a package is reached past what it gives out', 'agent/src/a.ts', '@assay/shared/src/keys.ts'],
  ['a package is reached by a path', 'agent/src/a.ts', '../../shared/src/keys.ts'],
  ['what runs needs what is there for tests', 'agent/src/a.ts', './system/test-tree.ts'],
  ['a use case imports an edge', 'collector/src/ingest.ts', './gateway/session.ts'],
  ['a port imports a use case', 'collector/src/store/store.ts', '../ingest.ts'],
  ['an edge imports what composes it', 'collector/src/api/server.ts', '../compose.ts'],
  ['the core imports a port', 'collector/src/assess/assess.ts', '../store/store.ts'],
  ['the core imports the system', 'collector/src/policy/document/document.ts', 'node:fs'],
  ['the core imports a library that does I/O', 'collector/src/policy/document/document.ts', 'undici'],
  ['a probe imports the session', 'agent/src/probes/os/linux.ts', '../../session/session.ts'],
  ['the bottom of the agent imports a probe', 'agent/src/system/files.ts', '../probes/probe.ts'],
  ['a program is started past the list', 'agent/src/session/session.ts', 'node:child_process'],
])('fails when %s', (_, path, specifier) => {
  const told = check({ [path]: `// why\nimport type { A } from '${specifier}';\n` });
  expect(told).toEqual([expect.stringContaining(specifier.replace(/^(\.\.?\/)+/, ''))]);
  expect(told[0]).toMatch(`${path}:2  `);
});

it.each([
  ['a clock', 'const now = Date.now();'],
  ['the present date', 'const now = new Date();'],
  ['chance', 'const die = Math.random();'],
  ['the network', "fetch('https://example.com');"],
  ['the environment', 'const { env } = process.versions;'],
])('fails when the core uses %s', (_, line) => {
  const told = check({ 'collector/src/assess/score.ts': `\n${line}\n` });
  expect(told).toEqual([expect.stringMatching('^collector/src/assess/score.ts:2  core uses')]);
});

it('fails when the agent joins signals in a way that may lose them', () => {
  const text = '// AbortSignal.any is short\nconst both = AbortSignal.any([stop, end]);\n';
  expect(check({ 'agent/src/a.ts': text })).toEqual(['agent/src/a.ts:2  the agent uses AbortSignal.any']);
});

it('does not mistake words in comments and strings for code', () => {
  const text =
    "// Date.now() would be wrong\nexport const advice = 'no Math.random here';\n/* import './x' */\n";
  expect(check({ 'collector/src/assess/score.ts': text })).toEqual([]);
});

it('lets tests use clocks, other layers and the shared receivers', () => {
  const text = "import '../ingest.ts';\nimport '../../../test/receivers/receiver.ts';\nDate.now();\n";
  expect(check({ 'collector/src/assess/score.test.ts': text })).toEqual([]);
});

it('finds rings, of types and through several files too', () => {
  const told = check({
    'shared/src/a.ts': "import { b } from './b.ts';\n",
    'shared/src/b.ts': "export * from './c.ts';\n",
    'shared/src/c.ts': "import type {\n  A,\n  B,\n} from './a.ts';\n",
  });
  expect(told).toEqual([
    'shared/src/c.ts:1  import cycle shared/src/a.ts → shared/src/b.ts → shared/src/c.ts → shared/src/a.ts',
  ]);
});

it('follows workers and imports made later', () => {
  const told = check({
    'collector/src/ingest.ts':
      "const url = new URL('./gateway/session.ts', import.meta.url);\nawait import('./api/server.ts');\n",
  });
  expect(told).toEqual([
    'collector/src/ingest.ts:1  use cases import edges: gateway/session.ts',
    'collector/src/ingest.ts:2  use cases import edges: api/server.ts',
  ]);
});

it('wants every file of the collector in a layer', () => {
  expect(check({ 'collector/src/misc.ts': '' })).toEqual(['collector/src/misc.ts:1  is in no layer']);
});

it('holds for this checkout', () => {
  expect(checkLayers(join(import.meta.dirname, '../..')).violations).toEqual([]);
});
