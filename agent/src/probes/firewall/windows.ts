import { type Firewall, type Outcome, ok, unknown } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { type RegistryKey, readKey } from '../../system/windows/registry.ts';
import { readService } from '../../system/windows/services.ts';
import { untoldToOutcome } from '../../system/windows/untold.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import { readSecurityCenter } from '../cim/security-center.ts';
import type { Probe } from '../probe.ts';

const LOCAL = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy';
const POLICY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall';
/** "Standard" is what people see as "private"; a policy may use either name. */
const PROFILES = [
  { name: 'domain', local: 'DomainProfile', policies: ['DomainProfile'] },
  { name: 'private', local: 'StandardProfile', policies: ['PrivateProfile', 'StandardProfile'] },
  { name: 'public', local: 'PublicProfile', policies: ['PublicProfile'] },
] as const;
const ALLOW = 0;

/**
 * Windows' own firewall: its service, and for each kind of network the settings, where a policy's win. Where that is
 * off, another that has registered as one and says that it is on takes its place.
 */
export const createFirewallOnWindows = (cim: CimBatch): Probe<'firewall'> => ({
  signal: 'firewall',
  watch: [],
  everyMs: 60_000,
  deadlineMs: CIM_DEADLINE_MS + 15_000,
  async observe(context) {
    try {
      const own = await judge(context.exec);
      if (own.status !== 'ok' || own.value.enabled) return own;
      const registered = readSecurityCenter(await cim.read(context), 'firewalls');
      const other = registered.find(({ on }) => on);
      const untold = other ? undefined : registered.find(({ on }) => on === undefined);
      if (untold) return unknown('unparsed', `${untold.name}: ${untold.basis} is none that we know`);
      const evidence = registered.map(({ name, basis }) => `${name}: ${basis}`);
      return ok({
        ...own.value,
        ...(other ? { enabled: true, backend: other.name } : {}),
        evidence: [...own.value.evidence, ...evidence],
      });
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
});

async function judge(exec: Exec): Promise<Outcome<Firewall>> {
  const service = (await readService(exec, 'mpssvc')) ?? 'missing';
  const evidence = [`service mpssvc: ${service}`];
  const policy = await readKey(exec, POLICY);
  let enabled = service === 'running';
  for (const { name, local, policies } of PROFILES) {
    const own = await readKey(exec, `${LOCAL}\\${local}`);
    const present = policies.filter((profile) => hasSubkey(policy, profile));
    const imposed = await Promise.all(present.map((profile) => readKey(exec, `${POLICY}\\${profile}`)));
    const setting = (value: string) => first([...imposed, own], value);
    const on = setting('EnableFirewall');
    if (!on) return unknown('unparsed', `${LOCAL}\\${local}: no EnableFirewall`);
    const lets = setting('DefaultInboundAction')?.value === ALLOW;
    evidence.push(
      `${name}: ${on.value === 1 ? 'on' : 'off'} by ${on.path === own?.path ? 'setting' : 'policy'}`,
      ...(lets ? [`${name}: lets everything in`] : []),
    );
    if (on.value !== 1 || lets) enabled = false;
  }
  return ok({ enabled, backend: 'windows_firewall', evidence });
}

const hasSubkey = (key: RegistryKey | undefined, name: string) =>
  key?.subkeys.some((subkey) => subkey.toLowerCase() === name.toLowerCase()) ?? false;

function first(keys: readonly (RegistryKey | undefined)[], name: string) {
  for (const key of keys) {
    const value = key?.number(name);
    if (key && value !== undefined) return { value, path: key.path };
  }
  return undefined;
}
