import { posix } from 'node:path';
import {
  absent,
  type Edr,
  type EdrEvidence,
  type EdrProduct,
  type Outcome,
  ok,
  unknown,
} from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import { isYounger } from '../age.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { whileRunning } from '../running-units.ts';
import { HEALTH_SOURCES } from './health.ts';
import { ENABLED_UNITS, enabledEvidence, installedEvidence } from './on-disk.ts';
import {
  type Pretender,
  type ProcessQuery,
  type ProcessScan,
  type RunningProgram,
  scanProcesses,
  stillRun,
} from './processes.ts';
import type { ProductHealth } from './product-health.ts';
import { LINUX_PRODUCTS, type LinuxProduct } from './products.ts';

const ASK_AGAIN_MS = 15 * 60_000;

const QUERY: ProcessQuery = {
  prefixes: LINUX_PRODUCTS.flatMap(({ executables }) => executables),
  clients: LINUX_PRODUCTS.flatMap(({ clients = [] }) => clients),
  names: LINUX_PRODUCTS.flatMap(namesOf),
};

/**
 * Endpoint protection by three kinds of evidence, kept apart: its files are there, its own executable is running,
 * its unit is enabled. A process's name is no evidence: anybody can choose one.
 */
export function createEdrOnLinux(): Probe<'edr'> {
  let lastSeen: readonly RunningProgram[] = [];
  const asked = new Map<string, { at: number; pids: string; health: ProductHealth }>();

  /** Programs are asked seldom, unless the product was started anew. */
  async function askHealth(context: ProbeContext, { product }: LinuxProduct, running: RunningProgram[]) {
    const source = HEALTH_SOURCES[product];
    if (!source || running.length === 0) return undefined;
    const pids = running.map(({ pid }) => pid).join(' ');
    const before = asked.get(product);
    const isFresh = before?.pids === pids && isYounger(before.at, context.now(), ASK_AGAIN_MS);
    if (source.runsProgram && isFresh) return before.health;
    const health = await source.ask(context);
    asked.set(product, { at: context.now(), pids, health });
    return health;
  }

  return {
    signal: 'edr',
    watch: [
      ...LINUX_PRODUCTS.flatMap(({ installed, units }) => [...installed, ...whileRunning(units)]),
      ENABLED_UNITS,
    ],
    everyMs: 60_000,
    deadlineMs: 15_000,
    forget: () => asked.clear(),
    pulse: {
      everyMs: 5000,
      // A sensor that is killed is seen sooner than one that is started by hand.
      disturbed: async ({ files }) => !(await stillRun(files, lastSeen)),
    },
    async observe(context) {
      try {
        const { files } = context;
        const scan = await scanProcesses(files, QUERY);
        lastSeen = scan?.programs ?? [];
        const owner = (await ifReadable(files.stat('/')))?.uid;
        const products: EdrProduct[] = [];
        for (const product of LINUX_PRODUCTS) {
          const paths = await existing(files, product.installed);
          const running = scan ? runningOf(product, scan) : [];
          const pretenders = scan ? pretendersOf(product, scan) : [];
          if (paths.length === 0 && running.length === 0 && pretenders.length === 0) continue;
          const health = await askHealth(context, product, running);
          const evidence = [
            ...(await installedEvidence(files, { product, paths, owner })),
            ...running.map(({ executable, pid }) => ({
              kind: 'running' as const,
              basis: `exe ${executable} (pid ${pid})`,
            })),
            ...(await enabledEvidence(files, product)),
            ...pretenders.map(({ executable, pid, why }) => ({
              kind: 'contradiction' as const,
              basis: `exe ${executable} (pid ${pid}): ${why}`,
            })),
          ];
          products.push(toProduct({ product, paths, running, scan, health, evidence }));
        }
        return judgeEdr(products, scan);
      } catch (error) {
        return fileProblemToOutcome(error);
      }
    },
  };
}

function judgeEdr(products: EdrProduct[], scan: ProcessScan | undefined): Outcome<Edr> {
  if (products.length > 0) return ok({ products });
  return scan
    ? absent(`none of ${LINUX_PRODUCTS.length} known products installed or running`)
    : unknown('namespace', 'no processes to see in /proc');
}

interface ProductEvidence {
  product: LinuxProduct;
  paths: string[];
  running: RunningProgram[];
  scan: ProcessScan | undefined;
  health: ProductHealth | undefined;
  evidence: EdrEvidence[];
}

function toProduct({ product, paths, running, scan, health, evidence }: ProductEvidence): EdrProduct {
  const isRunning = running.length > 0 ? true : scan?.complete ? false : undefined;
  const { evidence: itsOwn = [], ...word } = health ?? {};
  return {
    product: product.product,
    vendor: product.vendor,
    kind: product.kind,
    installed: paths.length > 0,
    ...(isRunning === undefined ? {} : { running: isRunning }),
    ...word,
    evidence: [...evidence, ...itsOwn],
  };
}

const startsAs = (product: LinuxProduct, executable: string) =>
  product.executables.some((prefix) => executable.startsWith(prefix));

const runningOf = (product: LinuxProduct, { programs }: ProcessScan): RunningProgram[] =>
  programs.filter(({ executable }) => startsAs(product, executable));

const pretendersOf = (product: LinuxProduct, { pretenders }: ProcessScan): Pretender[] =>
  pretenders.filter(
    ({ executable }) =>
      startsAs(product, executable) || namesOf(product).includes(posix.basename(executable)),
  );

/** Names that are the product's alone: a short or general one may be anybody's. */
function namesOf({ kind, executables }: LinuxProduct): string[] {
  if (kind !== 'edr') return [];
  return executables
    .map((path) => posix.basename(path))
    .filter((name) => name.length >= 8 && !name.endsWith('-') && name.includes('-'));
}
