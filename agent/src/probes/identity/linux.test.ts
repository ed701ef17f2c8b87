import { describe, expect, it } from 'vitest';
import { treeContext } from '../../system/test-tree.ts';
import { parsePeople } from '../people/accounts.ts';
import { parseRegistration } from '../people/intune-registration.ts';
import { identityOnLinux } from './linux.ts';

const observe = (tree: Record<string, string>) =>
  identityOnLinux.observe(treeContext({ '/etc/passwd': '', ...tree }));
const PASSWD = [
  'root:x:0:0:root:/root:/bin/bash',
  'daemon:x:1:1::/usr/sbin:/usr/sbin/nologin',
  'svc:x:1500:1500::/srv/svc:/usr/sbin/nologin',
  'ann:x:1000:1000:Ann:/home/ann:/bin/bash',
  'nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin',
].join('\n');

describe('identity elsewhere', () => {
  it('is absent where nobody else knows the device', async () => {
    expect(await observe({})).toMatchObject({ status: 'absent' });
  });

  it("is Entra's and Intune's ids from the person's registration, whose address comes before an account's name", async () => {
    const registration =
      "account_hint = 'ann@example.com'\naad_device_hint = '00000000-0000-0000-0000-0000000000AA'\ndevice_hint = \"00000000-0000-0000-0000-0000000000bb\"\n";
    expect(
      await observe({ '/etc/passwd': PASSWD, '/home/ann/.config/intune/registration.toml': registration }),
    ).toEqual({
      status: 'ok',
      value: {
        entra_device_id: '00000000-0000-0000-0000-0000000000aa',
        join: 'entra_registered',
        intune_device_id: '00000000-0000-0000-0000-0000000000bb',
        primary_user: 'ann@example.com',
        primary_user_basis: 'intune registration',
        evidence: ["a person's intune/registration.toml"],
      },
    });
  });

  it('takes nothing from a registration that does not look like an id', () => {
    expect(
      parseRegistration("account_hint = 'nobody'\ndevice_hint = '../../etc'\naad_device_hint = 5\n"),
    ).toEqual({});
  });

  it('is a directory, joined only with a key of the machine', async () => {
    const sssd = { '/etc/sssd/sssd.conf': '[sssd]\ndomains = CORP.example.com, other\n' };
    expect(await observe(sssd)).toMatchObject({ value: { domain: 'corp.example.com' } });
    expect(await observe(sssd)).not.toHaveProperty('value.join');
    expect(await observe({ ...sssd, '/etc/krb5.keytab': '' })).toMatchObject({ value: { join: 'domain' } });
  });

  it("is the serial number of Google's inventory, unless it is a placeholder", async () => {
    const attributes = (serial: string) => ({
      '/opt/google/endpoint-verification/var/lib/device_attrs': `serial_number: '${serial}'\ndisk_encrypted: ENABLED\n`,
    });
    expect(await observe(attributes('SN0000TEST'))).toMatchObject({ value: { serial: 'SN0000TEST' } });
    expect(await observe(attributes('Default string'))).toMatchObject({ status: 'absent' });
  });

  it('names a person only where there is one account of a person', async () => {
    expect(await observe({ '/etc/passwd': PASSWD })).toMatchObject({ value: { primary_user: 'ann' } });
    const two = `${PASSWD}\nben:x:1001:1001::/home/ben:/bin/zsh\n`;
    expect(await observe({ '/etc/passwd': two })).toMatchObject({ status: 'absent' });
    expect(parsePeople(two).map(({ name }) => name)).toEqual(['ann', 'ben']);
  });
});
