import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigner, type Signer } from '@assay/shared';
import { writePrivateFile } from '../keys/private-file.ts';

/**
 * The canary's key among the collector's other secrets, made at the first start; another takes the place of a file that
 * is no key.
 */
export function loadCanaryKey(keysDir: string): Signer {
  const file = join(keysDir, 'canary.pem');
  try {
    if (existsSync(file)) return createSigner(createPrivateKey(readFileSync(file)), 'file');
  } catch {
    // Nothing but this collector's own record of it rests on that key.
  }
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writePrivateFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return createSigner(privateKey, 'file');
}
