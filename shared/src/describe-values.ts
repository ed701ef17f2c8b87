import type {
  Browsers,
  IdentityBindings,
  JudgedAttestation,
  KernelIntegrity,
  Mdm,
  MdmEnrollment,
  ScreenLock,
  Updates,
} from './signals.ts';

/** "3 updates wait, 1 of them for security, as of 2 days ago, not installed by itself" */
export function describeUpdates(updates: Updates): string {
  const { pending, pending_security, index_age_s, automatic } = updates;
  return words([
    pending === undefined
      ? 'could not tell how many updates wait'
      : pending === 0
        ? 'no updates wait'
        : `${count(pending, 'update waits', 'updates wait')}${securityPart(pending_security)}`,
    index_age_s !== undefined && `as of ${duration(index_age_s)} ago`,
    automatic !== undefined && (automatic ? 'installed automatically' : 'not installed automatically'),
  ]);
}

const securityPart = (security: number | undefined) =>
  security === undefined ? '' : `, ${security === 0 ? 'none' : security} of them for security`;

/** "locks after 5 minutes without a touch, at once when the screen blanks" */
export function describeScreenLock({ enabled, idle_timeout_s, lock_delay_s, enforced }: ScreenLock): string {
  if (!enabled) return 'the screen does not lock by itself';
  return words([
    idle_timeout_s ? `locks after ${duration(idle_timeout_s)} without a touch` : 'locks',
    lock_delay_s !== undefined && lock_delay_s > 0 && `and ${duration(lock_delay_s)} more`,
    enforced && 'set by an administrator',
  ]);
}

/** The sentences for each fact that is told, what weakens the kernel first. */
export function describeKernelIntegrity(value: KernelIntegrity): string {
  const parts = words([
    value.taint_reasons?.length && `kernel tainted: ${value.taint_reasons.join(', ')}`,
    value.taint === 0 && 'kernel not tainted',
    value.lockdown && `lockdown ${value.lockdown}`,
    value.mandatory_access && `mandatory access control ${value.mandatory_access}`,
    value.module_signatures !== undefined &&
      `unsigned modules ${value.module_signatures ? 'refused' : 'accepted'}`,
    onOff('System Integrity Protection', value.system_integrity_protection),
    onOff('sealed system volume', value.sealed_system),
    onOff('Gatekeeper', value.gatekeeper),
    value.malware_definitions && `XProtect ${value.malware_definitions}`,
    onOff('virtualization-based security', value.virtualization_security),
    onOff('code integrity', value.code_integrity),
    onOff('Credential Guard', value.credential_guard),
    value.test_signing && 'test-signed drivers load',
    value.kernel_debug && 'started for debugging',
    value.developer_mode && 'developer mode',
    onOff('LSA protection', value.lsa_protection),
    onOff('UAC', value.uac),
  ]);
  return parts || 'nothing of it could be told';
}

const onOff = (what: string, on: boolean | undefined) => on !== undefined && `${what} ${on ? 'on' : 'off'}`;

/** "edr:crowdstrike gives this device 71 of 100, signature verified, but: it has expired" */
export function describeAttestation(attestation: JudgedAttestation): string {
  const { source, overall, contradicts, verification, verification_reason: reason } = attestation;
  const score = overall === undefined ? 'has a word on this device' : `gives this device ${overall} of 100`;
  return words([
    `${source} ${score}`,
    verification && SIGNATURES[verification] + (reason ? ` (${reason})` : ''),
    contradicts.length > 0 && `but: ${contradicts.join(', ')}`,
  ]);
}

const SIGNATURES = {
  verified: 'signature verified',
  unverified: 'signature not verified',
  invalid: 'not valid',
};

export function describeMdm({ enrollments }: Mdm): string {
  return enrollments.length > 0 ? enrollments.map(describeEnrollment).join('; ') : 'not managed';
}

const describeEnrollment = ({ product, enrolled, server }: MdmEnrollment): string =>
  words([
    enrolled === undefined
      ? `${product} is installed, could not tell whether it is enrolled`
      : `${enrolled ? 'enrolled in' : 'not enrolled in'} ${product}`,
    server && `at ${server}`,
  ]);

export function describeIdentity(identity: IdentityBindings): string {
  const { entra_device_id, intune_device_id, jamf_udid, serial, primary_user, domain, join } = identity;
  const parts = words([
    join && join !== 'none' && JOINS[join],
    domain && `domain ${domain}`,
    entra_device_id && `Entra ${entra_device_id}`,
    intune_device_id && `Intune ${intune_device_id}`,
    jamf_udid && `Jamf ${jamf_udid}`,
    serial && `serial ${serial}`,
    primary_user && `used by ${primary_user}`,
  ]);
  return parts || 'not known elsewhere';
}

const JOINS = {
  entra_joined: 'joined to Entra',
  entra_hybrid: 'joined to Entra and to a domain',
  entra_registered: 'registered at Entra',
  domain: 'joined to a domain',
};

export const describeBrowsers = ({ browsers }: Browsers): string =>
  browsers.map(({ name, version }) => (version ? `${name} ${version}` : name)).join(', ') || 'none found';

/** In the biggest unit that fits, rounded down: "90 seconds", "5 minutes", "2 days". */
function duration(seconds: number): string {
  if (seconds < 120) return count(seconds, 'second', 'seconds');
  if (seconds < 7200) return count(Math.floor(seconds / 60), 'minute', 'minutes');
  if (seconds < 172_800) return count(Math.floor(seconds / 3600), 'hour', 'hours');
  return count(Math.floor(seconds / 86_400), 'day', 'days');
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const words = (parts: (string | false | 0 | undefined)[]) => parts.filter(Boolean).join(', ');
