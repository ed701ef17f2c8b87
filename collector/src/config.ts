import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AssayError } from '@assay/shared';
import envPaths from 'env-paths';
import type { GivenTls } from './keys/tls-identity.ts';
import type { GivenCrowdstrike } from './keys/vendor-keys.ts';

/** How a collector runs. Every key has a default that is safe on a single machine. */
export interface CollectorConfig {
  /** Everything durable: database, keys, certificates. For the owner alone. */
  dataDir: string;
  /** Address to listen on. */
  host: string;
  /** 0: any free one. */
  port: number;
  /** How the outside reaches this collector, an https origin; also the issuer of SETs. Null: as this machine does. */
  publicUrl: string | null;
  /** How often an agent says that nothing changed, seconds. */
  reportIntervalS: number;
  /** How often an agent signs a full report at least, seconds. */
  fullReportIntervalS: number;
  /** A given certificate; null: from the collector's own CA. */
  tls: GivenTls | null;
  /** TLS 1.2 is for consumers that can't do better; agents always can. */
  tlsMinVersion: 'TLSv1.2' | 'TLSv1.3';
  /** Unix socket to listen on as well, without TLS, for a proxy that ends it; null: none. */
  proxySocket: string | null;
  /** Policy document; null: the built-in baseline. */
  policyFile: string | null;
  /** How long signed reports are kept, days: as far back as a policy can be tried on them. */
  keepEvidenceDays: number;
  /** How long verdicts, and who was told of them, are kept, days. */
  keepHistoryDays: number;
  /** How often the collector's own canary measures the way to a target, seconds; 0: never. */
  canaryIntervalS: number;
  /** Directory with the update repository for agents; null: none is served. */
  updatesDir: string | null;
  /** By what statements that CrowdStrike signed are verified; null: they count as unverified. */
  crowdstrike: GivenCrowdstrike | null;
}

/** Per-user data directory of the platform, never the working directory. */
export const defaultDataDir = (): string => join(envPaths('assay', { suffix: '' }).data, 'collector');

export const defaultConfig = (): CollectorConfig => ({
  dataDir: defaultDataDir(),
  host: '127.0.0.1',
  port: 7443,
  publicUrl: null,
  reportIntervalS: 60,
  fullReportIntervalS: 3600,
  tls: null,
  tlsMinVersion: 'TLSv1.3',
  proxySocket: null,
  policyFile: null,
  keepEvidenceDays: 90,
  keepHistoryDays: 400,
  canaryIntervalS: 15,
  updatesDir: null,
  crowdstrike: null,
});

const LOOPBACK: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where this machine reaches who listens on `host`. */
export const ownAddress = (host: string): string => LOOPBACK[host] ?? host;

/** The origin under which this machine reaches a collector. */
export function ownOrigin(host: string, port: number): string {
  const address = ownAddress(host);
  return `https://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** A name or an address, without the brackets that an IPv6 address has in a URL. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

/**
 * Makes the data directory, readable by its owner alone.
 * @throws AssayError `data_dir_unusable`
 */
export function prepareDataDir(dir: string): void {
  try {
    makeDir(join(dir, 'keys'));
    accessSync(dir, constants.W_OK);
  } catch (cause) {
    throw new AssayError(
      'data_dir_unusable',
      `cannot write the data directory ${dir}: ${(cause as Error).message}; choose another with --data-dir`,
      { cause },
    );
  }
}

// Not the recursive option: below /proc it never returns (the kernel says ENOENT there, for ever).
function makeDir(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeDir(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}
