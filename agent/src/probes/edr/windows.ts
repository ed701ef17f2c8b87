import { absent, type Edr, type EdrProduct, type Outcome, ok } from '@assay/shared';
import { readKey } from '../../system/windows/registry.ts';
import { readServices } from '../../system/windows/services.ts';
import { ifTold, untoldToOutcome } from '../../system/windows/untold.ts';
import type { CimAnswer } from '../cim/answer.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import { readSecurityCenter, type SecurityCenterProduct } from '../cim/security-center.ts';
import { isPlaceholder } from '../hardware/placeholder.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { told } from './product-health.ts';
import { asUnlisted, isHealthy } from './registered.ts';
import { WINDOWS_HEALTH } from './windows-health.ts';
import { WINDOWS_PRODUCTS, type WindowsProduct } from './windows-products.ts';
import { findPrograms } from './windows-programs.ts';
import { findServices, type ServiceEvidence } from './windows-services.ts';
import { readZeroTrustAssessment } from './zta-agreement.ts';

/** `/` is the system's drive. */
const ZTA = '/ProgramData/CrowdStrike/ZeroTrustAssessment/data.zta';

const REAL_TIME = 'HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection';

/** Endpoint protection by its services, from where they run, and what it says of itself; each kept apart. */
export function createEdrOnWindows(cim: CimBatch): Probe<'edr'> {
  let lastSwitch: number | 'none' | undefined;

  /** Whether real-time protection is on only Defender itself can say; that somebody moved its switch is seen here. */
  async function doubtOnSwitch({ exec }: ProbeContext): Promise<void> {
    const key = await ifTold(readKey(exec, REAL_TIME));
    const now = key?.number('DisableRealtimeMonitoring') ?? 'none';
    if (lastSwitch !== undefined && now !== lastSwitch) cim.doubt();
    lastSwitch = now;
  }

  return {
    signal: 'edr',
    watch: ['/ProgramData/CrowdStrike/ZeroTrustAssessment'],
    everyMs: 60_000,
    deadlineMs: CIM_DEADLINE_MS + 15_000,
    async observe(context) {
      try {
        await doubtOnSwitch(context);
        return await observeProducts(context, cim);
      } catch (error) {
        return untoldToOutcome(error);
      }
    },
  };
}

async function observeProducts(context: ProbeContext, batch: CimBatch): Promise<Outcome<Edr>> {
  const states = await readServices(context.exec);
  const reading = batch.read(context);
  const cim = await ifTold(reading);
  const registering = reading.then((answer) => readSecurityCenter(answer, 'antivirus'));
  const registered = (await ifTold(registering)) ?? [];
  const products: EdrProduct[] = [];
  for (const product of WINDOWS_PRODUCTS) {
    const services = await findServices(context.exec, product, states);
    const seen = registered.find(({ name }) => product.securityCenter?.test(name));
    if (!services || isDormant(product, services)) continue;
    products.push(await toProduct(context, { product, services, seen, cim }));
  }
  const unlisted = registered.filter(
    ({ name }) => !WINDOWS_PRODUCTS.some(({ securityCenter }) => securityCenter?.test(name)),
  );
  products.push(...unlisted.map(asUnlisted));
  const attestations = await readZeroTrustAssessment(context, [ZTA], {
    products,
    serial: async () => serialOf(cim),
    hasOwners: false,
  });
  if (products.length + attestations.length === 0) {
    // One that we do not know is seen there alone.
    await registering;
    return absent(`none of ${WINDOWS_PRODUCTS.length} known products installed`);
  }
  return ok({ products, ...(attestations.length > 0 ? { attestations } : {}) });
}

function serialOf(cim: CimAnswer | undefined): string | undefined {
  const serial = cim?.tells('hardware') ? cim.items('hardware')[0]?.text('serial') : undefined;
  return serial === undefined || isPlaceholder(serial) ? undefined : serial;
}

/** Every Windows brings this service; until it is onboarded it does not run. */
const isDormant = ({ product }: WindowsProduct, { installed, running }: ServiceEvidence) =>
  product === 'microsoft-defender' && installed && running === false;

interface ProductEvidence {
  product: WindowsProduct;
  services: ServiceEvidence;
  seen: SecurityCenterProduct | undefined;
  cim: CimAnswer | undefined;
}

async function toProduct(
  context: ProbeContext,
  { product, services, seen, cim }: ProductEvidence,
): Promise<EdrProduct> {
  const { installed, running, programs } = services;
  const file = findPrograms(cim, programs);
  const ask = running === true ? WINDOWS_HEALTH[product.product] : undefined;
  const { evidence = [], ...word } = (await ask?.({ context, cim, programs })) ?? {};
  return {
    product: product.product,
    vendor: product.vendor,
    kind: product.kind,
    installed,
    ...told({ running, healthy: seen && running !== false ? isHealthy(seen) : undefined }),
    ...(file.version ? { version: file.version } : {}),
    ...word,
    evidence: [
      ...services.evidence,
      ...file.evidence,
      ...evidence,
      ...(seen ? [{ kind: 'healthy' as const, basis: seen.basis }] : []),
    ],
  };
}
