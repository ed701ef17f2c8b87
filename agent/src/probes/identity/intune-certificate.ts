import { X509Certificate } from 'node:crypto';
import type { Exec } from '../../system/exec.ts';
import { toGuid } from '../people/ids.ts';

const SYSTEM_KEYCHAIN = '/Library/Keychains/System.keychain';
const ISSUER = /^CN=Microsoft Intune MDM Device CA$/im;

/**
 * Intune names the certificate of each Mac after its own id of it. Certificates are public; the key beside it is
 * left alone. After a renewal there are two: the one that holds longest counts.
 */
export async function readIntuneDeviceId(exec: Exec): Promise<string | undefined> {
  const answer = await exec.run('security', ['find-certificate', '-a', '-p', SYSTEM_KEYCHAIN]);
  if (answer.status !== 'ok') return undefined;
  const [newest] = parseCertificates(answer.stdout)
    .filter(({ issuer }) => ISSUER.test(issuer))
    .sort((a, b) => Date.parse(b.validTo) - Date.parse(a.validTo));
  return toGuid(/^CN=(.+)$/m.exec(newest?.subject ?? '')?.[1]);
}

function parseCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      // One that is damaged says nothing about the others.
      return [];
    }
  });
}
