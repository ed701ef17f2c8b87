import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AssayError, type Clock } from '@assay/shared';
import { RESTORING } from './backup/restore.ts';
import { type CollectorConfig, hostOf, ownOrigin, prepareDataDir } from './config.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { openStore } from './engine.ts';
import type { TlsIdentity, TlsInUse } from './keys/server-identity.ts';
import { loadSigningKeys, type SigningKeys } from './keys/signing-keys.ts';
import { loadTlsIdentity } from './keys/tls-identity.ts';
import { keepLocalAccess, keepTrust } from './local-access.ts';
import { BASELINE, readPolicyFile } from './policy-files.ts';
import { type ActivePolicy, openActivePolicy } from './rollout/active-policy.ts';
import type { Store, StoreWatcher } from './store/store.ts';

/** What a collector stands on: everything that is read from its data directory. */
export interface Foundation {
  active: ActivePolicy;
  store: Store;
  tls: TlsInUse;
  /** Reads the certificate anew, which may have been renewed. */
  loadTls(): Promise<TlsIdentity>;
  /** Has the owner's own commands trust a CA. */
  keepTrust(identity: Pick<TlsIdentity, 'caPem'>): void;
  signingKeys: SigningKeys;
  collectorId: string;
  /** When the data came from a backup, ms; 0: never. */
  restoredAt: number;
  adminToken: string;
  /** Where private keys are. */
  keysDir: string;
}

/**
 * Opens the data directory, and makes in it what is missing. `closers` get what must be closed again.
 * @throws AssayError `data_dir_unusable`, `data_dir_in_use`, `database_corrupt`, `database_newer`,
 * `certificate_unusable`, `signing_key_unusable` or `policy_invalid`
 */
export async function openFoundation(
  config: CollectorConfig,
  clock: Clock,
  closers: AsyncDisposableStack,
  watcher?: StoreWatcher,
): Promise<Foundation> {
  const { dataDir, publicUrl, host, port } = config;
  const given = config.policyFile === null ? null : readPolicyFile(config.policyFile);
  prepareDataDir(dataDir);
  assertRestored(dataDir);
  closers.defer(lockDataDir(dataDir));
  const store = await openStore(join(dataDir, 'assay.db'), watcher);
  closers.defer(() => store.close());
  const builtIn = readPolicyFile(BASELINE, 'baseline.yaml');
  const active = await openActivePolicy(store, clock, { given, builtIn });
  const keysDir = join(dataDir, 'keys');
  // Others by the public address, this machine's own commands by the one that it listens on.
  const names = [publicUrl, ownOrigin(host, port)].flatMap((url) =>
    url !== null && URL.canParse(url) ? [hostOf(url)] : [],
  );
  const own = { dir: keysDir, names };
  const loadTls = () => loadTlsIdentity(config.tls, own, clock.now());
  const tls = { current: await loadTls() };
  return {
    active,
    store,
    tls,
    loadTls,
    keepTrust: ({ caPem }) => keepTrust(dataDir, caPem),
    keysDir,
    signingKeys: await loadSigningKeys(keysDir),
    restoredAt: Number(await store.setOnce({ key: 'restored_at', value: '0' })),
    collectorId: await store.setOnce({ key: 'collector_id', value: crypto.randomUUID() }),
    adminToken: await keepLocalAccess(dataDir, tls.current.caPem, store, clock.now()),
  };
}

function assertRestored(dataDir: string): void {
  if (!existsSync(join(dataDir, RESTORING))) return;
  throw new AssayError(
    'data_dir_unusable',
    `a restore into ${dataDir} was cut off: run assay-collector backup restore again, or empty the directory`,
  );
}
