import type { EdrProduct } from '@assay/shared';
import type { SecurityCenterProduct } from '../cim/security-center.ts';
import { told } from './product-health.ts';

/** Ill when it is off or its definitions are old, healthy when it is on and they are not. */
export const isHealthy = ({ on, current }: SecurityCenterProduct): boolean | undefined =>
  on === false || current === false ? false : on && current ? true : undefined;

/** One that our table does not know. */
export const asUnlisted = (seen: SecurityCenterProduct): EdrProduct => ({
  product:
    seen.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'unlisted',
  vendor: seen.name,
  kind: 'antivirus',
  installed: true,
  ...told({ running: seen.on, healthy: isHealthy(seen) }),
  evidence: [{ kind: 'healthy', basis: seen.basis }],
});
