import type { CheckOutcome, Platform, Signal, Signals, SignalValues } from '@assay/shared';
import { isVersion, isVersionAtLeast } from '../../../collector/src/policy/cel/version.ts';
import type { OsEolTable } from '../../../collector/src/reference-values/os-eol.ts';
import { supportOf } from '../../../collector/src/reference-values/os-support.ts';

// thirty-checks.yaml as somebody writes it who needs these checks, and no policy: one function each, and the weighted
// share of what passes. No words, no history, no rounding to points.

interface Device {
  signals: Signals;
  platform: Platform;
  osEol: OsEolTable;
  now: number;
}
type Check = (device: Device) => CheckOutcome;
type Told = boolean | undefined;

const toOutcome = (passes: Told): CheckOutcome =>
  passes === undefined ? 'unknown' : passes ? 'pass' : 'fail';

/** A check of one signal; undefined: a field that decides is missing. */
function of<N extends keyof SignalValues>(
  name: N,
  passes: (value: SignalValues[N]) => Told,
  absent: CheckOutcome = 'fail',
): Check {
  return ({ signals }) => {
    const signal = signals[name] as Signal<SignalValues[N]> | undefined;
    if (signal === undefined || signal.status === 'unknown') return 'unknown';
    return signal.status === 'absent' ? absent : toOutcome(passes(signal.value));
  };
}

const on =
  (platform: Platform, check: Check): Check =>
  (device) =>
    device.platform === platform ? check(device) : 'not_applicable';

function all<T>(items: readonly T[], passes: (item: T) => Told): Told {
  let told: Told = true;
  for (const item of items) {
    const one = passes(item);
    if (one === false) return false;
    if (one === undefined) told = undefined;
  }
  return told;
}

function some<T>(items: readonly T[], passes: (item: T) => Told): Told {
  let told: Told = false;
  for (const item of items) {
    const one = passes(item);
    if (one === true) return true;
    if (one === undefined) told = undefined;
  }
  return told;
}

const isAtLeast = (version: string | undefined, least: string): Told =>
  version !== undefined && isVersion(version) ? isVersionAtLeast(version, least) : undefined;
const isMost = (value: number | undefined, most: number): Told =>
  value === undefined ? undefined : value <= most;

const managed = of('mdm', ({ enrolled }) => enrolled);

const CHECKS: readonly Check[] = [
  of('disk_encryption', ({ system_volume: v }) => (v.protection_on === false ? false : v.encrypted)),
  of('disk_encryption', ({ volumes }) =>
    all(volumes, (v) => v.role === 'boot' || v.role === 'esp' || v.encrypted),
  ),
  of('edr', ({ products }) =>
    some(products, (p) => {
      if (p.kind === 'telemetry' || !p.installed || p.healthy === false) return false;
      return p.running;
    }),
  ),
  of('edr', ({ products }) => some(products, (p) => p.kind === 'edr' && p.running)),
  ({ signals: { os }, osEol, now }) => {
    if (os?.status !== 'ok') return os?.status === 'absent' ? 'fail' : 'unknown';
    const { status } = supportOf(os.value, osEol, now).support;
    return status === 'unlisted' ? 'unknown' : toOutcome(status === 'supported');
  },
  on(
    'windows',
    of('os', ({ version }) => isAtLeast(version, '10.0.22631')),
  ),
  on(
    'macos',
    of('os', ({ version }) => isAtLeast(version, '15')),
  ),
  of('updates', ({ pending_security: n }) => (n === undefined ? undefined : n === 0)),
  of('updates', ({ pending }) => (pending === undefined ? undefined : pending < 20)),
  of('updates', ({ automatic }) => automatic),
  of('updates', ({ index_age_s: age }) => age !== undefined && age <= 604_800),
  of('reboot_pending', ({ pending }) => !pending, 'pass'),
  of('firewall', ({ enabled }) => enabled),
  of('screen_lock', ({ enabled }) => enabled),
  of('screen_lock', ({ idle_timeout_s }) => isMost(idle_timeout_s, 900)),
  of('screen_lock', ({ lock_delay_s }) => lock_delay_s === undefined || lock_delay_s <= 60),
  of('secure_boot', ({ enabled }) => enabled),
  of('secure_boot', ({ setup_mode }) => (setup_mode === undefined ? undefined : !setup_mode)),
  of('tpm', ({ version }) => version === '2.0'),
  on(
    'linux',
    of('kernel_integrity', ({ lockdown }) => (lockdown === undefined ? undefined : lockdown !== 'none')),
  ),
  on(
    'macos',
    of('kernel_integrity', ({ system_integrity_protection: sip }) => sip),
  ),
  on(
    'macos',
    of('kernel_integrity', ({ gatekeeper }) => gatekeeper),
  ),
  on(
    'windows',
    of('kernel_integrity', ({ virtualization_security: vbs }) => vbs),
  ),
  of('remote_access', ({ services }) => all(services, ({ service }) => service === 'ssh'), 'pass'),
  of('remote_access', ({ services }) => all(services, ({ port }) => port < 1024), 'pass'),
  of('local_admins', ({ accounts }) => accounts.length <= 2),
  of('local_admins', ({ automatic_login }) => automatic_login !== true),
  (device) => (device.platform === 'linux' ? 'not_applicable' : managed(device)),
  of('hardware', ({ virtual, memory_bytes }) => !virtual && (memory_bytes ?? 0) >= 8_000_000_000),
  of('agent', ({ version, failed_probes }) => failed_probes === 0 && isAtLeast(version, '0.1')),
];
const IGNORED_IF_UNKNOWN = new Set([4, 7, 9, 14, 16, 17, 18]);

/** The outcome of each check, and the share of the weights that pass, of 100. */
export function judgeByHand(device: Device): { outcomes: CheckOutcome[]; score: number } {
  const outcomes: CheckOutcome[] = [];
  let [worth, points] = [0, 0];
  for (let i = 0; i < CHECKS.length; i++) {
    const outcome = (CHECKS[i] as Check)(device);
    outcomes.push(outcome);
    if (outcome === 'not_applicable' || (outcome === 'unknown' && IGNORED_IF_UNKNOWN.has(i))) continue;
    const weight = (i % 7) + 1;
    worth += weight;
    if (outcome === 'pass') points += weight;
  }
  return { outcomes, score: worth === 0 ? 0 : Math.round((points * 100) / worth) };
}
