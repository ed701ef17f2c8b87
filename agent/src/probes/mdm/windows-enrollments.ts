import type { Exec } from '../../system/exec.ts';
import { readTree } from '../../system/windows/registry.ts';

/** One enrolment as Windows' own management client keeps it. */
export interface WindowsEnrollment {
  /** Registry key. */
  path: string;
  isIntune: boolean;
  /** Undefined: it does not tell its state. */
  enrolled: boolean | undefined;
  server?: string;
  deviceId?: string;
  /** Who enrolled it. */
  account?: string;
}

const ENROLLMENTS = 'HKLM\\SOFTWARE\\Microsoft\\Enrollments';
const INTUNE = 'MS DM Server';
const ENROLLED = 1;

/**
 * Enrolments with a server; keys without one are left over or Windows' own.
 * @throws UntoldError when they cannot be told
 */
export async function readEnrollments(exec: Exec): Promise<WindowsEnrollment[]> {
  const tree = await readTree(exec, ENROLLMENTS);
  return [...(tree ?? [])].flatMap(([name, key]) => {
    const server = toHost(key.text('DiscoveryServiceFullURL'));
    if (!/^\{?[0-9a-f-]{36}\}?$/.test(name) || !server) return [];
    const isIntune = key.text('ProviderID') === INTUNE;
    const deviceId = tree?.get(`${name}\\dmclient\\${INTUNE.toLowerCase()}`)?.text('EntDMID');
    const account = key.text('UPN');
    const state = key.number('EnrollmentState');
    return {
      path: key.path,
      isIntune,
      enrolled: state === undefined ? undefined : state === ENROLLED,
      server,
      ...(deviceId && /^[0-9a-f-]{36}$/i.test(deviceId) ? { deviceId: deviceId.toLowerCase() } : {}),
      ...(account && /^[^\s@]+@[^\s@]+$/.test(account) ? { account } : {}),
    };
  });
}

/** Without path and credentials that an address may carry. */
const toHost = (address: string | undefined): string | undefined =>
  (address && URL.parse(address)?.hostname) || undefined;
