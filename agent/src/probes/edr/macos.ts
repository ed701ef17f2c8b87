import {
  absent,
  type Edr,
  type EdrAttestation,
  type EdrProduct,
  type Outcome,
  ok,
  unknown,
} from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome } from '../../system/file-error.ts';
import { isYounger } from '../age.ts';
import { readPlatformExpert } from '../hardware/mac-expert.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { MAC_HEALTH } from './mac-health.ts';
import { parseRootProcesses, type RootProcess } from './mac-processes.ts';
import { MAC_PRODUCTS } from './mac-products.ts';
import { type MacSightings, toMacProduct } from './mac-sightings.ts';
import type { ProductHealth } from './product-health.ts';
import { parseSystemExtensions, type SystemExtension } from './system-extensions.ts';
import { readZeroTrustAssessment } from './zta-agreement.ts';

const ASK_AGAIN_MS = 15 * 60_000;
const EXTENSIONS = '/Library/SystemExtensions/db.plist';
const ZTA = [
  '/Library/Application Support/CrowdStrike/ZeroTrustAssessment/data.zta',
  '/Library/Application Support/Crowdstrike/ZeroTrustAssessment/data.zta',
];

/**
 * Endpoint protection by its files, its system extension, its daemon, and its own word, kept apart. An extension
 * counts as running only when macOS has it activated and enabled, signed by the vendor's own team.
 */
export function createEdrOnMacos(): Probe<'edr'> {
  const asked = new Map<string, { at: number; health: ProductHealth }>();

  async function askHealth(
    context: ProbeContext,
    { product }: EdrProduct,
  ): Promise<ProductHealth | undefined> {
    const before = asked.get(product);
    if (before && isYounger(before.at, context.now(), ASK_AGAIN_MS)) return before.health;
    const health = await MAC_HEALTH[product]?.(context);
    if (health) asked.set(product, { at: context.now(), health });
    return health;
  }

  return {
    signal: 'edr',
    watch: [EXTENSIONS, ...ZTA, ...MAC_PRODUCTS.flatMap(({ installed }) => installed)],
    everyMs: 300_000,
    deadlineMs: 30_000,
    forget: () => asked.clear(),
    async observe(context) {
      try {
        const sightings = await look(context);
        const products: EdrProduct[] = [];
        for (const product of MAC_PRODUCTS) {
          const seen = toMacProduct(product, await existing(context.files, product.installed), sightings);
          if (!seen) continue;
          const health = seen.installed ? await askHealth(context, seen) : undefined;
          products.push(withHealth(seen, health));
        }
        const attestations = await readZeroTrustAssessment(context, ZTA, {
          products,
          serial: async () => (await readPlatformExpert(context.exec)).text('IOPlatformSerialNumber'),
          hasOwners: true,
        });
        return judge(products, attestations, sightings);
      } catch (error) {
        return fileProblemToOutcome(error);
      }
    },
  };
}

async function look({ exec }: ProbeContext): Promise<MacSightings> {
  const list = await exec.run('systemextensionsctl', ['list']);
  const ps = await exec.run('ps', ['-axo', 'pid=,uid=,comm=']);
  const extensions: SystemExtension[] | undefined =
    list.status === 'ok' ? parseSystemExtensions(list.stdout) : undefined;
  const processes: RootProcess[] | undefined = ps.status === 'ok' ? parseRootProcesses(ps.stdout) : undefined;
  return { extensions, processes };
}

/** Its own word says neither that it is installed nor that it runs. */
function withHealth(product: EdrProduct, health: ProductHealth | undefined): EdrProduct {
  if (!health) return product;
  const { evidence, ...word } = health;
  return { ...product, ...word, evidence: [...product.evidence, ...evidence] };
}

function judge(
  products: EdrProduct[],
  attestations: EdrAttestation[],
  { extensions, processes }: MacSightings,
): Outcome<Edr> {
  if (products.length + attestations.length > 0)
    return ok({ products, ...(attestations.length > 0 ? { attestations } : {}) });
  return extensions && processes
    ? absent(`none of ${MAC_PRODUCTS.length} known products installed or running`)
    : unknown('tool_missing', 'neither files of a known product, nor a way to see what runs');
}
