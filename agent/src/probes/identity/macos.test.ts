import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plistOf, scriptedExec, type TreeEntry, treeContext } from '../../system/test-tree.ts';
import { identityOnMacos } from './macos.ts';

const AS_PERSON = 'launchctl asuser 501 /usr/bin/sudo -u #501 /usr/bin/app-sso platform -s';
const AS_ROOT = 'app-sso platform -s';
const PEOPLE = 'dscl . -list /Users UniqueID';
const EXPERT = 'ioreg -a -rd1 -c IOPlatformExpertDevice';
const KEYCHAIN = 'security find-certificate -a -p /Library/Keychains/System.keychain';
const JAMF = { '/usr/local/jamf/bin/jamf': 'x' };
const INTUNE = { '/Library/Intune/Microsoft Intune Agent.app/': '' };
const TENANT = '99999999-8888-4777-8666-000000000001';

const testdata = (name: string) => readFileSync(join(import.meta.dirname, 'testdata', name), 'utf8');
const certificate = new X509Certificate(testdata('entra-device.pem')).raw.toString('base64url');

const DEVICE = {
  deviceSigningCertificate: certificate,
  extensionIdentifier: 'com.microsoft.CompanyPortalMac.ssoextension',
  registrationCompleted: true,
};
const LOGIN = {
  issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  mappings: [{ cn: 'a' }],
};
const USER = {
  kerberosStatus: [
    { realm: 'KERBEROS.MICROSOFTONLINE.COM', upn: 'ann\\@example.com@KERBEROS.MICROSOFTONLINE.COM' },
  ],
};

/** As app-sso prints it: blanks before and after the colon, one blank before the brace. */
const state = (device: object | null, login: object | null, user: object | null) =>
  `Time: 2026-01-26 10:00:00 +0000\n\n${Object.entries({ Device: device, Login: login, User: user })
    .map(([what, value]) => {
      const json = JSON.stringify(value, null, 2).replaceAll('": ', '" : ');
      return `${what} Configuration:\n ${value === null ? '(null)' : json}\n\n`;
    })
    .join('')}SSO Tokens:\nReceived:\n2026-01-26T09:00:00Z\n`;

/** Whose the console is cannot be chosen for a file of a test's. */
function observe(
  answers: Parameters<typeof scriptedExec>[0],
  { uid = 501, tree = {} as Record<string, TreeEntry> } = {},
) {
  const context = treeContext({ '/Library/': '', '/dev/console': '', ...tree }, scriptedExec(answers));
  const files = {
    ...context.files,
    stat: async (path: string) => ({ ...(await context.files.stat(path)), uid }),
  };
  return identityOnMacos.observe({ ...context, files });
}

const people = (...names: string[]) =>
  ['_www                    70', 'daemon                  1', 'nobody                  -2', 'root    0']
    .concat(names.map((name, index) => `${name}          ${501 + index}`))
    .join('\n');
const expert = plistOf([
  { IOPlatformUUID: '5A1B2C3D-0000-5000-8000-000000000001', IOPlatformSerialNumber: 'C02XX0XXXXXX' },
]);

describe('what Platform SSO says of a Mac', () => {
  it('is its id at Entra, the tenant, and whose it is', async () => {
    expect(await observe({ [AS_PERSON]: state(DEVICE, LOGIN, USER) })).toEqual({
      status: 'ok',
      value: {
        join: 'entra_joined',
        entra_device_id: '11111111-2222-4333-8444-0000000000aa',
        entra_tenant_id: TENANT,
        primary_user: 'ann@example.com',
        primary_user_basis: 'platform sso',
        evidence: ['app-sso platform -s'],
      },
    });
  });

  it('is asked by root while nobody is at the screen, and then names no person', async () => {
    const outcome = await observe({ [AS_ROOT]: state(DEVICE, LOGIN, null) }, { uid: 0 });
    expect(outcome).toMatchObject({
      value: { join: 'entra_joined', entra_device_id: expect.stringMatching(/aa$/) },
    });
    expect(outcome).not.toHaveProperty('value.primary_user');
  });

  it.each([
    ['nothing is registered', state(null, null, null)],
    ['registration is not finished', state({ ...DEVICE, registrationCompleted: false }, null, null)],
    ["the extension is another vendor's", state({ ...DEVICE, extensionIdentifier: 'com.other' }, null, null)],
    ['the answer is cut', state(DEVICE, LOGIN, USER).slice(0, 200)],
    ['the answer is something else', 'Usage: app-sso [-h]\n'],
  ])('does not count while %s', async (_, answer) => {
    expect(await observe({ [AS_PERSON]: answer })).toMatchObject({ status: 'absent' });
  });

  it('lacks the id whose certificate cannot be read, and a person that is hidden', async () => {
    const device = { ...DEVICE, deviceSigningCertificate: 'AAAA' };
    const user = { kerberosStatus: [{ realm: 'R', upn: 'a***@example.com@R' }] };
    expect(await observe({ [AS_PERSON]: state(device, {}, user) })).toEqual({
      status: 'ok',
      value: { join: 'entra_joined', evidence: ['app-sso platform -s'] },
    });
  });
});

describe('what management software knows a Mac by', () => {
  it('is its serial number, and with Jamf its hardware UUID', async () => {
    expect(await observe({ [EXPERT]: expert }, { tree: JAMF })).toEqual({
      status: 'ok',
      value: {
        serial: 'C02XX0XXXXXX',
        jamf_udid: '5a1b2c3d-0000-5000-8000-000000000001',
        evidence: ['/usr/local/jamf/bin/jamf'],
      },
    });
  });

  it("is with Intune the name of the newest of Intune's certificates", async () => {
    const answers = { [EXPERT]: expert, [KEYCHAIN]: testdata('system-keychain.pem') };
    expect(await observe(answers, { tree: INTUNE })).toMatchObject({
      value: { intune_device_id: '11111111-2222-4333-8444-0000000000bb', serial: 'C02XX0XXXXXX' },
    });
  });

  it('is left out where it cannot be read', async () => {
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    expect(await observe({ [KEYCHAIN]: broken }, { tree: { ...INTUNE, ...JAMF } })).toEqual({
      status: 'ok',
      value: { evidence: ['/usr/local/jamf/bin/jamf', '/Library/Intune/Microsoft Intune Agent.app'] },
    });
  });
});

describe('whose a Mac is', () => {
  it('is told by the only account of a person', async () => {
    expect(await observe({ [PEOPLE]: people('ann') })).toEqual({
      status: 'ok',
      value: { primary_user: 'ann', primary_user_basis: 'the only account of a person', evidence: [] },
    });
    expect(await observe({ [PEOPLE]: people('ann', 'bob') })).toMatchObject({ status: 'absent' });
  });

  it('is what Platform SSO says, whatever the account is called', async () => {
    const answers = { [PEOPLE]: people('ann'), [AS_PERSON]: state(DEVICE, LOGIN, USER) };
    expect(await observe(answers)).toMatchObject({
      value: { primary_user: 'ann@example.com', primary_user_basis: 'platform sso' },
    });
  });
});

describe('the directory of a Mac', () => {
  const path = '/Library/Preferences/OpenDirectory/Configurations/Active Directory/CORP.EXAMPLE.COM.plist';

  it('is the one it is bound to', async () => {
    expect(await observe({}, { tree: { [path]: 'x' } })).toEqual({
      status: 'ok',
      value: { join: 'domain', domain: 'corp.example.com', evidence: [path] },
    });
  });

  it('is unknown, with everything else, where there is no Mac to look at', async () => {
    expect(await identityOnMacos.observe(treeContext({}))).toMatchObject({ reason: 'namespace' });
  });
});
