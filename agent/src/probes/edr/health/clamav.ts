import { ifReadable } from '../../../system/file-error.ts';
import { toAgeS } from '../../age.ts';
import type { ProbeContext } from '../../probe.ts';
import type { ProductHealth } from '../product-health.ts';

const DAILY = ['/var/lib/clamav/daily.cld', '/var/lib/clamav/daily.cvd'];

/** ClamAV has no word on its health; its definitions say when they were made. */
export async function clamavHealth({ files, now }: ProbeContext): Promise<ProductHealth> {
  for (const path of DAILY) {
    const stat = await ifReadable(files.stat(path));
    if (!stat) continue;
    // When it was written here: the file itself may be hundreds of megabytes.
    return {
      definitions_age_s: toAgeS(now() - stat.modifiedAt),
      evidence: [{ kind: 'healthy', basis: path }],
    };
  }
  return { evidence: [] };
}
