import { createHash, createPublicKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toPublicKey } from '@assay/shared';
import { identityOf } from '../../collector/src/enrollment/identity.ts';
import { openSqliteStore } from '../../collector/src/store/sqlite/sqlite-store.ts';
import { simulateDevice } from './device.ts';
import { deriveKey } from './device-key.ts';

/**
 * Enrolls a fleet in the store of a collector that does not run, by the store's own `enroll` and with the devices' own
 * keys: what the ceremony leaves behind, without ten thousand TLS connections for it.
 */
export async function enrollDirectly(
  dataDir: string,
  { seed, agents, onProgress = () => {} }: { seed: number; agents: number; onProgress?(done: number): void },
): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const store = await openSqliteStore(join(dataDir, 'assay.db'));
  try {
    const at = Date.now();
    const token = { id: randomUUID(), hash: createHash('sha256').update(randomBytes(32)).digest() };
    const term = { createdAt: at, expiresAt: at + 3_600_000, uses: agents, used: 0 };
    const grants = { owner: null, groups: [], approval: false, onConflict: 'quarantine' as const };
    await store.createEnrollmentToken({ ...token, ...term, ...grants });
    for (let from = 0; from < agents; from += AT_ONCE) {
      const to = Math.min(agents, from + AT_ONCE);
      await Promise.all(range(from, to).map((index) => enrollOne(index)));
      onProgress(to);
    }

    async function enrollOne(index: number): Promise<void> {
      const device = simulateDevice(seed, index);
      const key = toPublicKey(createPublicKey(deriveKey(seed, index)));
      const answer = await store.enroll({
        id: device.id,
        tokenHash: token.hash,
        platform: device.platform,
        identity: identityOf(device.hardware),
        keyId: key.keyId,
        publicKey: key.spki,
        keyAlgorithm: key.algorithm,
        keyStorage: 'file',
        agentVersion: '0.1.0',
        at,
      });
      if (answer.result !== 'enrolled' || answer.state !== 'active')
        throw new Error(`device ${index} could not be enrolled: ${JSON.stringify(answer)}`);
    }
  } finally {
    await store.close();
  }
}

/** As many as the store commits at once. */
const AT_ONCE = 256;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
