import {
  absent,
  type Edr,
  type EdrEvidence,
  type EdrEvidenceKind,
  type EdrProduct,
  type Outcome,
  ok,
  unknown,
} from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { HEALTH_SOURCES } from './health.ts';
import { type ProcessScan, type RunningProgram, scanProcesses } from './processes.ts';
import type { ProductHealth } from './product-health.ts';
import { LINUX_PRODUCTS, type LinuxProduct } from './products.ts';

const ASK_AGAIN_MS = 15 * 60_000;
const ENABLED_UNITS = '/etc/systemd/system/multi-user.target.wants';

/**
 * Endpoint protection by three kinds of evidence, kept apart: its files are there, its own executable is running,
 * its unit is enabled. A process's name is no evidence: anybody can choose one.
 */
export function createEdrOnLinux(): Probe<'edr'> {
  const asked = new Map<string, { at: number; pids: string; health: ProductHealth }>();

  /** Programs are asked seldom, unless the product was started anew. */
  async function askHealth(context: ProbeContext, { product }: LinuxProduct, running: RunningProgram[]) {
    const source = HEALTH_SOURCES[product];
    if (!source || running.length === 0) return undefined;
    const pids = running.map(({ pid }) => pid).join(' ');
    const before = asked.get(product);
    if (source.runsProgram && before && before.pids === pids && context.now() - before.at < ASK_AGAIN_MS) {
      return before.health;
    }
    const health = await source.ask(context);
    asked.set(product, { at: context.now(), pids, health });
    return health;
  }

  return {
    signal: 'edr',
    watch: [...LINUX_PRODUCTS.flatMap(({ installed }) => installed), ENABLED_UNITS],
    everyMs: 15_000,
    deadlineMs: 15_000,
    async observe(context) {
      try {
        const { files } = context;
        const scan = await scanProcesses(
          files,
          LINUX_PRODUCTS.flatMap(({ executables }) => executables),
        );
        const products: EdrProduct[] = [];
        for (const product of LINUX_PRODUCTS) {
          const paths = await existing(files, product.installed);
          const running = scan ? runningOf(product, scan) : [];
          if (paths.length === 0 && running.length === 0) continue;
          const health = await askHealth(context, product, running);
          products.push(
            toProduct({ product, paths, running, scan, units: await enabledUnits(files, product), health }),
          );
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
  units: string[];
  health: ProductHealth | undefined;
}

function toProduct({ product, paths, running, scan, units, health }: ProductEvidence): EdrProduct {
  const isRunning = running.length > 0 ? true : scan?.complete ? false : undefined;
  return {
    product: product.product,
    vendor: product.vendor,
    kind: product.kind,
    installed: paths.length > 0,
    ...(isRunning === undefined ? {} : { running: isRunning }),
    ...(health?.healthy === undefined ? {} : { healthy: health.healthy }),
    ...(health?.version === undefined ? {} : { version: health.version }),
    evidence: [
      ...toEvidence(
        'installed',
        paths.map((path) => `path ${path}`),
      ),
      ...toEvidence(
        'running',
        running.map(({ executable, pid }) => `exe ${executable} (pid ${pid})`),
      ),
      ...toEvidence(
        'enabled',
        units.map((unit) => `unit ${unit}`),
      ),
      ...toEvidence('healthy', health?.evidence ?? []),
    ],
  };
}

const toEvidence = (kind: EdrEvidenceKind, bases: readonly string[]): EdrEvidence[] =>
  bases.map((basis) => ({ kind, basis }));

const runningOf = (product: LinuxProduct, { programs }: ProcessScan): RunningProgram[] =>
  programs.filter(({ executable }) => product.executables.some((prefix) => executable.startsWith(prefix)));

async function enabledUnits(files: Files, { units }: LinuxProduct): Promise<string[]> {
  const enabled = (await ifReadable(files.list(ENABLED_UNITS))) ?? [];
  return units.filter((unit) => enabled.includes(unit));
}
