import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { AssayError, createSigner, type Signer } from '@assay/shared';
import type { PrivateDir } from '../state/private-dir.ts';

const FILE = 'device-key.pem';

/**
 * The device key in a file that only the agent's user can read: where no hardware holds one. ECDSA P-256, because
 * that is what TPMs and Secure Enclaves hold, so a later move into hardware changes nothing else.
 * @throws AssayError `state_unsafe` or `state_unreadable`
 */
export function loadFileKey(dir: PrivateDir): Signer {
  const stored = dir.read(FILE);
  if (stored !== null) return parse(stored, `${dir.path}/${FILE}`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  dir.write(FILE, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return createSigner(privateKey, 'file');
}

function parse(pem: string, file: string): Signer {
  try {
    return createSigner(createPrivateKey(pem), 'file');
  } catch (cause) {
    throw new AssayError(
      'state_unreadable',
      `${file} is no device key: remove the state directory and enroll again`,
      {
        cause,
      },
    );
  }
}
