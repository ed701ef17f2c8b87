import { type Edr, type EdrAttestation, type JudgedAttestation, ok, type Signals } from '@assay/shared';
import type { EvidenceContext } from './evidence.ts';

/** What another than the agent says of the device. Times are ms. */
export interface SourceSignals {
  /** `edr:crowdstrike`, `mdm:intune`, … */
  source: string;
  signals: Signals;
  /** When it was heard, by the collector's clock. */
  evidenceAt: number;
  /** The collector's clock less the source's, ms. */
  clockSkew: number;
  /** The source itself takes no responsibility for it from then on; missing: it names no end. */
  until?: number;
  /** Nothing proves whose word it is: it may take trust away and never give any. */
  isUnproven?: true;
}

/** The agent's own word, and the words of others that it forwards. */
export interface Words {
  signals: Signals;
  forwarded: readonly SourceSignals[];
}

/** The collector's clock and a vendor's may differ by this much, ms. */
export const VENDOR_SKEW_MS = 60_000;
const VENDORS: Record<EdrAttestation['source'], string> = { 'edr:crowdstrike': 'CrowdStrike' };
const NOBODY: readonly SourceSignals[] = [];

/**
 * Pure. Takes apart what an agent says and what vendors say in statements that it forwards. A statement that was verified
 * counts: as the vendor's own word, and where policies read `edr.attestations`. Any other could be anybody's file: to the
 * agent's word it is as if it were not there, and by itself it can only lower.
 */
export function wordsIn(
  signals: Signals,
  context: Pick<EvidenceContext, 'now' | 'evidenceAt' | 'clockSkew'>,
): Words {
  const { edr } = signals;
  if (edr?.status !== 'ok' || !edr.value.attestations) return { signals, forwarded: NOBODY };
  const attestations: readonly JudgedAttestation[] = edr.value.attestations;
  const proven = attestations.filter((one) => isProven(one, context.now));
  const forwarded = attestations.map((one): SourceSignals => {
    const { evidenceAt, clockSkew } = context;
    const heard = { source: one.source, evidenceAt };
    if (!proven.includes(one)) {
      const said = { ...edr, value: { ...edr.value, attestations: [one] } };
      return { ...heard, clockSkew, signals: { edr: said }, isUnproven: true };
    }
    // The vendor's clock is nobody's in particular: both are held against the time of the world.
    const dated = one.issued_at_ms ?? edr.observedAt + clockSkew;
    const said = { ...ok(toEdr(one)), observedAt: Math.min(dated, evidenceAt) };
    return { ...heard, clockSkew: 0, until: endOf(one), signals: { edr: said } };
  });
  const own = proven.length === attestations.length ? edr.value : withOnly(edr.value, proven);
  return { signals: own === edr.value ? signals : { ...signals, edr: { ...edr, value: own } }, forwarded };
}

const isProven = (one: JudgedAttestation, now: number): boolean =>
  one.verification === 'verified' && now < endOf(one);

const endOf = ({ expires_at_ms }: EdrAttestation): number =>
  expires_at_ms === undefined ? Number.POSITIVE_INFINITY : expires_at_ms + VENDOR_SKEW_MS;

/** A vendor gives such a statement only to its own sensor, which is there and runs; how well it does, the scores say. */
function toEdr(one: JudgedAttestation): Edr {
  const basis = `assessed and signed by ${VENDORS[one.source]}${one.key_id ? `, key ${one.key_id}` : ''}`;
  const product = {
    ...{ product: one.product, vendor: VENDORS[one.source], kind: 'edr' as const },
    ...{ installed: true, running: true, evidence: [{ kind: 'signature' as const, basis }] },
    ...(one.device_id === undefined ? {} : { device_id: one.device_id }),
  };
  return { products: [product], attestations: [one] };
}

const left = new WeakMap<Edr, { proven: readonly JudgedAttestation[]; edr: Edr }>();

/** The same object for the same value, so that what was judged of it need not be judged again. */
function withOnly(edr: Edr, proven: readonly JudgedAttestation[]): Edr {
  const known = left.get(edr);
  if (known?.proven.length === proven.length) return known.edr;
  const { attestations: _, ...rest } = edr;
  const made = proven.length > 0 ? { ...rest, attestations: [...proven] } : rest;
  left.set(edr, { proven, edr: made });
  return made;
}
