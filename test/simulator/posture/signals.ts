import { ok, type Signals, unknown } from '@assay/shared';
import type { SimulatedDevice } from '../device.ts';
import type { Ailment } from './ailments.ts';
import { linux } from './linux.ts';
import { macos } from './macos.ts';
import type { Findings, Sight } from './sight.ts';
import { windows } from './windows.ts';

const PLATFORMS = { linux, macos, windows };

/** All that a device reports, with these ailments, observed at one moment. */
export function signalsOf(
  device: SimulatedDevice,
  ailments: ReadonlySet<Ailment>,
  observedAt: number,
): Signals {
  const sight: Sight = { device, has: (ailment) => ailments.has(ailment) };
  const findings: Findings = {
    ...PLATFORMS[device.platform](sight),
    hardware: ok(device.hardware),
    ...common(sight),
  };
  return Object.fromEntries(
    Object.entries(findings).map(([name, outcome]) => [name, { ...outcome, observedAt }]),
  ) as Signals;
}

const common = ({ has }: Sight): Findings => ({
  agent: ok({
    version: '0.1.0',
    key_storage: 'file',
    inspected_root: '/',
    failed_probes: has('probe_blind') ? 1 : 0,
    probes: has('probe_blind')
      ? [{ signal: 'secure_boot', crashed: 0, timed_out: 3, last: 'no answer in 5 s' }]
      : [],
  }),
  ...(has('probe_blind') ? { secure_boot: unknown('timeout', 'no answer in 5 s') } : {}),
});
