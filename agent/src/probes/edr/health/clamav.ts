import { ifReadable } from '../../../system/file-error.ts';
import { toAgeS } from '../../age.ts';
import type { ProbeContext } from '../../probe.ts';
import type { ProductHealth } from '../product-health.ts';

const DAILY = ['/var/lib/clamav/daily.cld', '/var/lib/clamav/daily.cvd'];
const HEADER_BYTES = 512;

/** ClamAV has no word on its health; its definitions say when they were made. */
export async function clamavHealth({ files, now }: ProbeContext): Promise<ProductHealth> {
  for (const path of DAILY) {
    const header = await ifReadable(files.readStart(path, HEADER_BYTES));
    if (!header) continue;
    const made = parseClamavHeader(header.toString('latin1'));
    // A file of another form was at least written here at some time.
    const at = made?.at ?? (await ifReadable(files.stat(path)))?.modifiedAt;
    return {
      ...(at === undefined ? {} : { definitions_age_s: toAgeS(now() - at) }),
      evidence: [{ kind: 'healthy', basis: made ? `${path}: version ${made.version}` : path }],
    };
  }
  return { evidence: [] };
}

/** `ClamAV-VDB:07 Oct 2025 03-53 -0400:27780:…`: when the definitions were made, ms, and their version. */
export function parseClamavHeader(text: string): { at: number; version: string } | undefined {
  const [, day, hours, minutes, zone, version] =
    /^ClamAV-VDB:(\d{1,2} [A-Z][a-z]{2} \d{4}) (\d\d)-(\d\d) ([+-]\d{4}):(\d{1,9}):/.exec(text) ?? [];
  if (version === undefined) return undefined;
  const at = Date.parse(`${day} ${hours}:${minutes}:00 ${zone}`);
  return Number.isNaN(at) ? undefined : { at, version };
}
