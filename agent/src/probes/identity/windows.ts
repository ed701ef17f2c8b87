import { absent, type IdentityBindings, ok, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import { ifTold } from '../../system/windows/untold.ts';
import { readEnrollments } from '../mdm/windows-enrollments.ts';
import { toGuid } from '../people/ids.ts';
import type { Probe, ProbeContext } from '../probe.ts';

/** How the device is joined, and under which ids Entra and Intune know it. */
export const identityOnWindows: Probe<'identity'> = {
  signal: 'identity',
  watch: [],
  everyMs: 900_000,
  deadlineMs: 20_000,
  async observe(context) {
    const answer = await context.exec.run('dsregcmd', ['/status']);
    if (answer.status !== 'ok') return execProblemToOutcome('dsregcmd', answer);
    const joined = parseDsregcmd(answer.stdout);
    if (!joined) return unknown('unparsed', 'dsregcmd: no device state');
    const managed = await readManagement(context);
    if (joined.join === 'none' && !managed)
      return absent('no management software or directory knows this device');
    const evidence = ['dsregcmd', ...(managed?.evidence ?? [])];
    return ok({ ...joined, ...managed, evidence });
  },
};

async function readManagement({ exec }: ProbeContext): Promise<IdentityBindings | undefined> {
  const enrollment = (await ifTold(readEnrollments(exec)))?.find(({ enrolled }) => enrolled);
  if (!enrollment) return undefined;
  const { isIntune, deviceId, account, path } = enrollment;
  return {
    ...(isIntune && deviceId ? { intune_device_id: deviceId } : {}),
    ...(account ? { primary_user: account, primary_user_basis: 'management enrolment' } : {}),
    evidence: [path],
  };
}

/**
 * Reads `dsregcmd /status`: lines of `key : value`; keys are the same in every language. The part about the person
 * is empty for the system's account, so a missing registration proves nothing there.
 * @returns undefined when it does not tell how the device is joined
 */
function parseDsregcmd(text: string): Omit<IdentityBindings, 'evidence'> | undefined {
  const pairs = [...text.matchAll(/^ *([A-Za-z]+) : (.*?)\r?$/gm)];
  const fields = new Map(pairs.map(([, key = '', value = '']) => [key, value.trim()]));
  const entra = toFlag(fields.get('AzureAdJoined'));
  const domain = toFlag(fields.get('DomainJoined'));
  if (entra === undefined || domain === undefined) return undefined;
  const registered = toFlag(fields.get('WorkplaceJoined')) === true;
  const deviceId = toGuid(fields.get(entra ? 'DeviceId' : 'WorkplaceDeviceId'));
  const tenantId = toGuid(fields.get(entra ? 'TenantId' : 'WorkplaceTenantId'));
  const domainName = fields.get('DomainName')?.toLowerCase();
  return {
    join: toJoin({ entra, domain, registered }),
    ...(deviceId ? { entra_device_id: deviceId } : {}),
    ...(tenantId ? { entra_tenant_id: tenantId } : {}),
    ...(domain && domainName && /^[\w.-]{1,255}$/.test(domainName) ? { domain: domainName } : {}),
  };
}

function toJoin(state: { entra: boolean; domain: boolean; registered: boolean }) {
  if (state.entra) return state.domain ? 'entra_hybrid' : 'entra_joined';
  if (state.domain) return 'domain';
  return state.registered ? 'entra_registered' : 'none';
}

const toFlag = (text: string | undefined) => (text === 'YES' ? true : text === 'NO' ? false : undefined);
