import { X509Certificate } from 'node:crypto';
import type { IdentityBindings } from '@assay/shared';
import { toAddress, toGuid } from '../people/ids.ts';

/** Microsoft's extension for Platform SSO; other vendors' give the device no Entra id. */
const MICROSOFT = 'com.microsoft.CompanyPortalMac.ssoextension';

const EVIDENCE = 'app-sso platform -s';

/**
 * Reads `app-sso platform -s`: three headings, below each a JSON object or `(null)`. The layout is that of captured
 * answers of macOS 15 and 26.
 * @returns undefined where the device is not registered with Microsoft's extension
 */
export function parsePlatformSso(text: string): IdentityBindings | undefined {
  const device = section(text, 'Device Configuration');
  if (device?.extensionIdentifier !== MICROSOFT || device.registrationCompleted !== true) return undefined;
  const deviceId = toGuid(commonNameOf(device.deviceSigningCertificate));
  const tenantId = toTenant(section(text, 'Login Configuration')?.issuer);
  const person = toPerson(section(text, 'User Configuration'));
  return {
    join: 'entra_joined',
    ...(deviceId ? { entra_device_id: deviceId } : {}),
    ...(tenantId ? { entra_tenant_id: tenantId } : {}),
    ...(person ? { primary_user: person, primary_user_basis: 'platform sso' } : {}),
    evidence: [EVIDENCE],
  };
}

type Section = Record<string, unknown>;

function section(text: string, heading: string): Section | undefined {
  const json = new RegExp(`^${heading}:\\n (\\{\\n[\\s\\S]*?\\n\\})$`, 'm').exec(text)?.[1];
  try {
    return json === undefined ? undefined : (JSON.parse(json) as Section);
  } catch {
    return undefined;
  }
}

/** Entra names the certificate after the device; it is base64url without padding. */
function commonNameOf(certificate: unknown): string | undefined {
  if (typeof certificate !== 'string') return undefined;
  try {
    const { subject } = new X509Certificate(Buffer.from(certificate, 'base64url'));
    return /^CN=(.+)$/m.exec(subject)?.[1];
  } catch {
    return undefined;
  }
}

const toTenant = (issuer: unknown) =>
  typeof issuer === 'string'
    ? toGuid(/^https:\/\/login\.microsoftonline\.[a-z]+\/([^/]+)\//.exec(issuer)?.[1])
    : undefined;

/** `ann\@example.com@REALM`: whose Kerberos ticket it is. */
function toPerson(user: Section | undefined): string | undefined {
  const [ticket] = Array.isArray(user?.kerberosStatus) ? user.kerberosStatus : [];
  const { upn, realm } = (ticket ?? {}) as { upn?: unknown; realm?: unknown };
  if (typeof upn !== 'string' || typeof realm !== 'string') return undefined;
  return toAddress((upn.endsWith(`@${realm}`) ? upn.slice(0, -realm.length - 1) : upn).replace('\\@', '@'));
}
