import type { EdrEvidence, EdrProduct } from '@assay/shared';

/** A product's own word on itself; what it does not say is left out. */
export type ProductHealth = Pick<
  EdrProduct,
  'healthy' | 'version' | 'connected' | 'definitions_age_s' | 'tamper_protection' | 'mode' | 'device_id'
> & { evidence: EdrEvidence[] };

/** For a product that gave no answer, or none that we understand. */
export const noHealth = (why: string): ProductHealth => ({ evidence: [{ kind: 'healthy', basis: why }] });

/** An object without the fields that are undefined: a report only has what was told. */
export function told<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
