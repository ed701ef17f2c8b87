import { absent, type IdentityBindings, ok } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { isPlaceholder } from '../hardware/placeholder.ts';
import { type PersonAccount, readPeople } from '../people/accounts.ts';
import { findIntuneRegistration } from '../people/intune-registration.ts';
import type { Probe } from '../probe.ts';

const SSSD = '/etc/sssd/sssd.conf';
const KEYTAB = '/etc/krb5.keytab';
const ENDPOINT_VERIFICATION = '/opt/google/endpoint-verification/var/lib/device_attrs';

/** Ids that management software and directories gave this device, by what they left in files. */
export const identityOnLinux: Probe<'identity'> = {
  signal: 'identity',
  watch: [SSSD, KEYTAB, ENDPOINT_VERIFICATION, '/etc/passwd'],
  everyMs: 300_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      const people = await readPeople(files);
      const parts = [await entraAndIntune(files, people), await directory(files), await google(files)];
      const found = parts.filter((part) => part !== undefined);
      const person = onlyPerson(people);
      if (found.length === 0 && !person)
        return absent('no management software or directory knows this device');
      const { evidence, ...bindings } = merge(found);
      return ok({ ...person, ...bindings, evidence });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

const merge = (parts: readonly IdentityBindings[]): IdentityBindings => ({
  ...Object.assign({}, ...parts),
  evidence: parts.flatMap(({ evidence }) => evidence),
});

async function entraAndIntune(
  files: Files,
  people: readonly PersonAccount[],
): Promise<IdentityBindings | undefined> {
  const { registration } = await findIntuneRegistration(files, people);
  if (!registration) return undefined;
  const { account, entraDeviceId, intuneDeviceId } = registration;
  return {
    ...(entraDeviceId ? { entra_device_id: entraDeviceId, join: 'entra_registered' } : {}),
    ...(intuneDeviceId ? { intune_device_id: intuneDeviceId } : {}),
    ...(account ? { primary_user: account, primary_user_basis: 'intune registration' } : {}),
    evidence: ["a person's intune/registration.toml"],
  };
}

/** sssd's first domain; joined only with a key of the machine's own. */
async function directory(files: Files): Promise<IdentityBindings | undefined> {
  const domains = /^\s*domains\s*=\s*([^\s,]+)/m.exec((await ifReadable(files.readText(SSSD))) ?? '')?.[1];
  if (domains === undefined) return undefined;
  const [keytab] = await existing(files, [KEYTAB]);
  return {
    domain: domains.toLowerCase(),
    ...(keytab ? { join: 'domain' } : {}),
    evidence: [SSSD, ...(keytab ? [keytab] : [])],
  };
}

/** The serial number as Google's inventory has it. */
async function google(files: Files): Promise<IdentityBindings | undefined> {
  const text = await ifReadable(files.readText(ENDPOINT_VERIFICATION));
  const serial = /^serial_number: '([^'\n]{1,128})'$/m.exec(text ?? '')?.[1];
  if (serial === undefined || isPlaceholder(serial)) return undefined;
  return { serial, evidence: [ENDPOINT_VERIFICATION] };
}

/** With one person's account alone on the machine it is theirs; who of several uses it most is nobody's business. */
function onlyPerson([person, ...others]: readonly PersonAccount[]): Partial<IdentityBindings> | undefined {
  if (!person || others.length > 0) return undefined;
  return { primary_user: person.name, primary_user_basis: 'the only account of a person' };
}
