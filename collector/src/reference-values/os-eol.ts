import table from './os-eol.json' with { type: 'json' };

/** One release of a product. Dates are YYYY-MM-DD and the last day with security updates. */
export interface OsRelease {
  release: string;
  /** Null: no end is announced. */
  eol: string | null;
  /** End of security updates that everybody gets after `eol`, as Debian's LTS; paid programmes don't count. */
  extended?: string;
  /** Newest version known when the data was made; Windows: the build that the release is known by. */
  latest?: string;
}

/** Reference values of operating systems' ends of life, by endoflife.date's product ids. */
export interface OsEolTable {
  source: string;
  licence: string;
  /** When the data was taken, YYYY-MM-DD. */
  snapshot: string;
  products: Record<string, OsRelease[]>;
}

/** What ships with this version; made by scripts/make-os-eol.ts. */
export const builtInOsEol: OsEolTable = table;
