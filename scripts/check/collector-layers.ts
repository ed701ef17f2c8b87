import { matchesGlob } from 'node:path';
import { codeOf } from './imports.ts';
import { isForTests, type SourceFile, type Violation } from './source-tree.ts';

const SRC = 'collector/src/';

/** From the top; a file imports its own layer and those below it. Every file is in exactly one. */
const LAYERS: [name: string, files: string[]][] = [
  ['process', ['{main,compose,foundation,index,self-watch}.ts', '{compose,commands}/**']],
  [
    'edges',
    [
      ...[
        '{engine,local-access,config,data-dir-lock,give-back,loop-watch,metrics,policy-files}.ts',
        '{gateway,api,keys,backup,trials,canary}/**',
        'store/{sqlite,memory}/**',
      ],
      ...['publish/{registry,webhook,endpoint,http-post}.ts', 'publish/{ssf,vendors}/**'],
    ],
  ],
  [
    'use cases',
    [
      ...[
        '{apply,ingest,history,offline-events,judge,judge-step,step,reassess,background,fleet,held-report}.ts',
        '{sightings,changes,stages,retention}.ts',
        '{audit,board,enrollment,exemptions,health,replay,rollout,verify}/**',
      ],
      'publish/{attempt,backoff,delivery-ids,device-queue,health,hold,introduction,kinds,ledger,persist,plan,publisher,transition,worker}.ts',
    ],
  ],
  ['ports', ['store/*.ts', 'publish/{target,outbox,notice}.ts']],
  ['core', ['{assess,policy,reference-values}/**']],
];
const CORE = LAYERS.length - 1;

// Pure libraries, and the one hash: a policy is named by its content.
const CORE_MAY_IMPORT =
  /^(@assay\/shared(\/.*)?|@marcbachmann\/cel-js|fastest-levenshtein|typebox(\/.*)?|yaml)$/;
const CORE_EXCEPTIONS = new Set(['policy/rules/to-policy.ts node:crypto']);
const IMPURE =
  /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|fetch\(|process\.|crypto\.)/g;

/** Where the collector's files look upward, or its core looks outside. */
export const collectorLayerViolations = (files: readonly SourceFile[]): Violation[] =>
  files
    .filter(({ path }) => path.startsWith(SRC) && !isForTests(path))
    .flatMap((file) => {
      const layer = layerOf(file.path);
      if (layer < 0) return [unplaced(file.path)];
      return [...upward(file, layer), ...(layer === CORE ? impure(file) : [])];
    });

const layerOf = (path: string): number =>
  LAYERS.findIndex(([, globs]) => globs.some((glob) => matchesGlob(path.slice(SRC.length), glob)));

const unplaced = (path: string): Violation => ({
  path,
  line: 1,
  rule: 'is in no layer',
  remedy: 'say in scripts/check/collector-layers.ts which layer it belongs to',
});

const upward = ({ path, imports }: SourceFile, layer: number): Violation[] =>
  imports.flatMap(({ target, line }) => {
    if (!target?.startsWith(SRC)) return [];
    const other = layerOf(target);
    if (other < 0 || other >= layer) return [];
    return {
      path,
      line,
      rule: `${nameOf(layer)} import ${nameOf(other)}: ${target.slice(SRC.length)}`,
      remedy: `imports point downward only: take what is needed as a parameter, or move it to the ${nameOf(layer)} or below`,
    };
  });

const nameOf = (layer: number): string => LAYERS[layer]?.[0] ?? '';

function impure({ path, text, imports }: SourceFile): Violation[] {
  const remedy = 'the core is pure: take it through the context';
  const name = path.slice(SRC.length);
  const code = codeOf(text, { strings: true });
  return [
    ...imports
      .filter(({ target, specifier }) => target === null && !CORE_MAY_IMPORT.test(specifier))
      .filter(({ specifier }) => !CORE_EXCEPTIONS.has(`${name} ${specifier}`))
      .map(({ specifier, line }) => ({ path, line, rule: `core imports ${specifier}`, remedy })),
    ...[...code.matchAll(IMPURE)].map(({ 0: found, index }) => ({
      path,
      line: code.slice(0, index).split('\n').length,
      rule: `core uses ${found.replace(/[.(]+$/, '')}`,
      remedy,
    })),
  ];
}
