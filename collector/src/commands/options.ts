import { readFileSync } from 'node:fs';
import { AssayError } from '@assay/shared';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { defaultDataDir } from '../config.ts';

/** Options that several commands share. */
export const dataDirOption = () =>
  new Option('--data-dir <dir>', 'where database, keys and certificates are kept')
    .env('ASSAY_DATA_DIR')
    .default(defaultDataDir());

export const urlOption = () =>
  new Option('--url <url>', 'the running collector').env('ASSAY_URL').default('https://127.0.0.1:7443');

export const jsonOption = () => new Option('--json', 'print JSON for machines');

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of `90s`, `45m`, `8h` or `7d`. @throws InvalidArgumentError */
export function parseDuration(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([smhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new InvalidArgumentError('expected a number and s, m, h or d, as in 45m, 8h or 7d');
  return Number(count) * (UNIT_MS[unit] ?? Number.NaN);
}

/** A port number of an option. @throws InvalidArgumentError */
export function parsePort(text: string): number {
  const port = wholeNumber(text);
  if (!(port <= 65_535)) {
    throw new InvalidArgumentError('expected a number from 0 to 65535 (0: any free port)');
  }
  return port;
}

/** A whole number of an option, of a unit, within bounds. @throws InvalidArgumentError */
export const parseWhole =
  (unit: string, least = 1, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const count = wholeNumber(text);
    if (!(count >= least && count <= most))
      throw new InvalidArgumentError(
        `expected whole ${unit} from ${least} ${most < Number.MAX_SAFE_INTEGER ? `to ${most}` : 'up'}`,
      );
    return count;
  };

/** NaN unless it is one; not what `Number` makes of nothing. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

/** The origin of an address that agents are told. @throws AssayError `config_invalid` unless it is https, and nothing more */
export function httpsOrigin(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:')
    throw new AssayError('config_invalid', `expected an https address as public URL, got ${text}`);
  // Left out, it would lead agents to whatever else answers there.
  if (url.href !== `${url.origin}/`)
    throw new AssayError(
      'config_invalid',
      `expected a public URL of host and port alone, such as ${url.origin}, got ${text}: a collector has no path below another`,
    );
  return url.origin;
}

/** What a file that an option names says. @throws AssayError `config_invalid` */
export function readGivenFile(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AssayError('config_invalid', `cannot read what ${option} names: ${(cause as Error).message}`, {
      cause,
    });
  }
}
