import { renameSync } from 'node:fs';
import { run } from '../run.ts';

/** What signs executables and installers of Windows. */
export interface AuthenticodeIdentity {
  /** PEM file: the certificate, then those that issued it. */
  certificate: string;
  /** PEM file. */
  key: string;
  /** RFC 3161 server, so that signatures outlive the certificate; null: none is asked. */
  timestampUrl: string | null;
}

/**
 * Signs an .exe or .msi in place.
 * @throws PackageError when osslsigncode is missing, or does not take the certificate or the file
 */
export async function signForWindows(file: string, identity: AuthenticodeIdentity): Promise<void> {
  const { certificate, key, timestampUrl } = identity;
  const timestamp = timestampUrl ? ['-ts', timestampUrl] : [];
  const who = ['-certs', certificate, '-key', key, '-n', 'Assay'];
  await run('osslsigncode', [
    'sign',
    '-h',
    'sha256',
    ...who,
    ...timestamp,
    '-in',
    file,
    '-out',
    `${file}.signed`,
  ]);
  renameSync(`${file}.signed`, file);
}
