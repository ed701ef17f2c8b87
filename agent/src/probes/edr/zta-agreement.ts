import type { EdrAttestation, EdrProduct } from '@assay/shared';
import { ifReadable } from '../../system/file-error.ts';
import type { ProbeContext } from '../probe.ts';
import { parseZta, type Statement } from './zta.ts';

const MAX_TOKEN_BYTES = 8 * 1024;
/** Two clocks may differ by this much before a token is from the future. */
const SKEW_MS = 10 * 60_000;
const WRITABLE_BY_OTHERS = 0o022;

/** What the agent sees for itself, to hold the vendor's word against. */
export interface OwnSight {
  products: readonly EdrProduct[];
  /** The machine's serial number; asked for only where there is a token. */
  serial(): Promise<string | undefined>;
  /** Owners and modes mean something here: not so on Windows. */
  hasOwners: boolean;
}

/** The vendor's signed word in the first of these files that holds one, and in what it agrees with us. */
export async function readZeroTrustAssessment(
  context: ProbeContext,
  paths: readonly string[],
  sight: OwnSight,
): Promise<EdrAttestation[]> {
  for (const path of paths) {
    const text = await ifReadable(context.files.readText(path, MAX_TOKEN_BYTES));
    const statement = text === undefined ? undefined : parseZta(text);
    if (statement) return [await compare(context, { statement, path, sight })];
  }
  return [];
}

interface Comparison {
  statement: Statement;
  path: string;
  sight: OwnSight;
}

async function compare(
  context: ProbeContext,
  { statement, path, sight }: Comparison,
): Promise<EdrAttestation> {
  const product = sight.products.find((candidate) => candidate.product === statement.product);
  const agrees: string[] = [];
  const contradicts: string[] = [];
  const hold = (what: string, theirs: string | undefined, ours: string | undefined) => {
    if (theirs === undefined || ours === undefined) return;
    const isSame = theirs.toLowerCase() === ours.toLowerCase();
    (isSame ? agrees : contradicts).push(isSame ? what : `${what} is of another device`);
  };
  hold('device_id', statement.device_id, product?.device_id);
  hold('serial', statement.serial, await sight.serial());
  if (!product?.installed) contradicts.push('the product is not installed');
  else if (product.running === false) contradicts.push('the product does not run');
  else if (product.running) agrees.push('running');
  contradicts.push(...untimely(statement, context.now()));
  if (sight.hasOwners && (await isWritableByOthers(context, path)))
    contradicts.push('its file can be changed by others than root');
  return { ...statement, agrees, contradicts };
}

function untimely({ issued_at_ms, expires_at_ms }: Statement, now: number): string[] {
  return [
    ...(expires_at_ms !== undefined && expires_at_ms <= now ? ['it has expired'] : []),
    ...(issued_at_ms !== undefined && issued_at_ms > now + SKEW_MS ? ['it is from the future'] : []),
  ];
}

async function isWritableByOthers({ files }: ProbeContext, path: string): Promise<boolean> {
  const file = await ifReadable(files.stat(path));
  const owner = (await ifReadable(files.stat('/')))?.uid;
  return file !== undefined && (file.uid !== owner || (file.mode & WRITABLE_BY_OTHERS) !== 0);
}
