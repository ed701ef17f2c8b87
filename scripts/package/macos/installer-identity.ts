import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PackageError } from '../package-error.ts';

/** Who signs a package. macOS trusts a certificate "Developer ID Installer" of Apple's. */
export interface InstallerIdentity {
  /** RSA. */
  key: KeyObject;
  /** The signer's, then those that issued it. */
  certificates: readonly X509Certificate[];
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * @param certificateFile PEM: the signer's certificate, then those that issued it
 * @param keyFile PEM
 * @throws PackageError when one cannot be read, or they do not belong together
 */
export function loadInstallerIdentity(certificateFile: string, keyFile: string): InstallerIdentity {
  try {
    const key = createPrivateKey(readFileSync(keyFile));
    const pems = readFileSync(certificateFile, 'utf8').match(CERTIFICATE) ?? [];
    const certificates = pems.map((pem) => new X509Certificate(pem));
    if (key.asymmetricKeyType !== 'rsa') throw new Error(`the key is for ${key.asymmetricKeyType}, not RSA`);
    if (!certificates[0]) throw new Error('there is no certificate');
    if (!certificates[0].checkPrivateKey(key))
      throw new Error('the key is not that of the first certificate');
    return { key, certificates };
  } catch (cause) {
    const why = (cause as Error).message;
    throw new PackageError(`cannot sign for macOS with ${certificateFile} and ${keyFile}: ${why}`);
  }
}
