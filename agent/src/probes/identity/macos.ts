import { absent, type IdentityBindings, ok } from '@assay/shared';
import { MACOS_COMMANDS } from '../../system/allowed-commands/macos.ts';
import type { Exec } from '../../system/exec.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { readPlatformExpert } from '../hardware/mac-expert.ts';
import { toHardwareUuid } from '../hardware/placeholder.ts';
import { findMacManagement, MAC_MANAGEMENT } from '../mdm/mac-software.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { readIntuneDeviceId } from './intune-certificate.ts';
import { parsePlatformSso } from './platform-sso.ts';

const CONSOLE = '/dev/console';
const FIRST_PERSON = 501;
/** One file for each Active Directory domain that this Mac is bound to; recalled, not seen on a Mac of ours. */
const ACTIVE_DIRECTORY = '/Library/Preferences/OpenDirectory/Configurations/Active Directory';

/** Under which ids Entra, Intune, Jamf and directories know this Mac, and whose it is by their word. */
export const identityOnMacos: Probe<'identity'> = {
  signal: 'identity',
  watch: [ACTIVE_DIRECTORY, ...Object.values(MAC_MANAGEMENT).flat()],
  everyMs: 3_600_000,
  deadlineMs: 30_000,
  async observe(context) {
    try {
      // What has no /Library is no Mac, and nobody's word about it counts.
      await context.files.list('/Library');
      const parts = [
        await directory(context.files),
        await managed(context),
        await platformSso(context),
      ].filter((part) => part !== undefined);
      const person = await onlyPerson(context.exec);
      if (parts.length === 0 && !person)
        return absent('no management software or directory knows this device');
      const evidence = parts.flatMap((part) => part.evidence);
      return ok({ ...person, ...Object.assign({}, ...parts), evidence });
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function directory(files: Files): Promise<IdentityBindings | undefined> {
  const names = (await ifReadable(files.list(ACTIVE_DIRECTORY))) ?? [];
  const [file] = names.filter((name) => /^[\w.-]{1,255}\.plist$/.test(name));
  if (file === undefined) return undefined;
  const domain = file.slice(0, -'.plist'.length).toLowerCase();
  return { join: 'domain', domain, evidence: [`${ACTIVE_DIRECTORY}/${file}`] };
}

/**
 * Management software knows a Mac by its serial number; Jamf by its hardware UUID as well, which it calls UDID.
 * Its key is in a keychain that is not opened.
 */
async function managed({ files, exec }: ProbeContext): Promise<IdentityBindings | undefined> {
  const software = await findMacManagement(files);
  if (software.length === 0) return undefined;
  const expert = await readPlatformExpert(exec);
  const serial = expert.text('IOPlatformSerialNumber');
  const has = (product: string) => software.some((found) => found.product === product);
  const udid = has('jamf') ? toHardwareUuid(expert.text('IOPlatformUUID') ?? '') : undefined;
  const intune = has('intune') ? await readIntuneDeviceId(exec) : undefined;
  return {
    ...(serial ? { serial } : {}),
    ...(udid ? { jamf_udid: udid } : {}),
    ...(intune ? { intune_device_id: intune } : {}),
    evidence: software.flatMap(({ evidence }) => evidence),
  };
}

/** In the session of who is at the screen: only there macOS tells whose registration it is. */
async function platformSso({ files, exec }: ProbeContext): Promise<IdentityBindings | undefined> {
  const uid = (await ifReadable(files.stat(CONSOLE)))?.uid ?? 0;
  const asPerson = [
    'asuser',
    String(uid),
    ...MACOS_COMMANDS.sudo,
    '-u',
    `#${uid}`,
    ...MACOS_COMMANDS['app-sso'],
  ];
  const answer = await (uid >= FIRST_PERSON
    ? exec.run('launchctl', [...asPerson, 'platform', '-s'])
    : exec.run('app-sso', ['platform', '-s']));
  return answer.status === 'ok' ? parsePlatformSso(answer.stdout) : undefined;
}

/** With one person's account alone on the Mac it is theirs; who of several uses it most is nobody's business. */
async function onlyPerson(exec: Exec): Promise<Partial<IdentityBindings> | undefined> {
  const answer = await exec.run('dscl', ['.', '-list', '/Users', 'UniqueID']);
  if (answer.status !== 'ok') return undefined;
  const accounts = [...answer.stdout.matchAll(/^([a-z][\w.-]{0,63})\s+(\d+)$/gim)];
  const [person, ...others] = accounts.filter(([, , uid]) => Number(uid) >= FIRST_PERSON);
  if (person?.[1] === undefined || others.length > 0) return undefined;
  return { primary_user: person[1], primary_user_basis: 'the only account of a person' };
}
