import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { AssayError, createSigner, type Signer } from '@assay/shared';
import type { PrivateDir } from '../state/private-dir.ts';

export const KEY_FILE = 'device-key.pem';
export const NEXT_KEY_FILE = 'device-key.next.pem';

/**
 * Makes a device key in a file that only the agent's user can read: where no hardware holds one. ECDSA P-256, because
 * that is what TPMs and Secure Enclaves hold, so a later move into hardware changes nothing else.
 * @throws AssayError `state_unwritable`
 */
export function makeKeyFile(dir: PrivateDir, name = KEY_FILE): Signer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  dir.write(name, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return createSigner(privateKey, 'file');
}

/**
 * @returns null when there is none and `missing` says so
 * @throws AssayError `state_unsafe` or `state_unreadable`
 */
export function loadKeyFile(dir: PrivateDir): Signer;
export function loadKeyFile(dir: PrivateDir, name: string, missing: null): Signer | null;
export function loadKeyFile(dir: PrivateDir, name = KEY_FILE, missing?: null): Signer | null {
  const stored = dir.read(name);
  if (stored !== null) return parse(stored, `${dir.path}/${name}`);
  if (missing === null) return null;
  throw new AssayError(
    'state_unreadable',
    `there is no device key in ${dir.path}: enroll this machine again`,
  );
}

/** The next key takes the place of the present one. @throws AssayError `state_unwritable` */
export const promoteKeyFile = (dir: PrivateDir): void => dir.move(NEXT_KEY_FILE, KEY_FILE);

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
