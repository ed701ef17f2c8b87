import type { Platform } from '@assay/shared';

/** What can be out of order on a simulated laptop. */
export const AILMENTS = [
  'plain_disk',
  'no_edr',
  'edr_stopped',
  'old_os',
  'firewall_off',
  'secure_boot_off',
  'restart_pending',
  'updates_waiting',
  'screen_shared',
  'never_locks',
  'probe_blind',
] as const;
export type Ailment = (typeof AILMENTS)[number];

/** How many of a hundred laptops of a platform have it: what audits of mixed fleets usually find, not measured data. */
export const SHARES: Record<Ailment, Record<Platform, number>> = {
  plain_disk: { windows: 0.04, macos: 0.02, linux: 0.12 },
  no_edr: { windows: 0.01, macos: 0.04, linux: 0.15 },
  edr_stopped: { windows: 0.02, macos: 0.02, linux: 0.03 },
  old_os: { windows: 0.05, macos: 0.04, linux: 0.06 },
  firewall_off: { windows: 0.02, macos: 0.12, linux: 0.25 },
  secure_boot_off: { windows: 0.03, macos: 0.01, linux: 0.4 },
  restart_pending: { windows: 0.14, macos: 0.06, linux: 0.1 },
  updates_waiting: { windows: 0.2, macos: 0.25, linux: 0.35 },
  screen_shared: { windows: 0.04, macos: 0.05, linux: 0.02 },
  never_locks: { windows: 0.03, macos: 0.05, linux: 0.1 },
  probe_blind: { windows: 0.03, macos: 0.06, linux: 0.05 },
};

/** Those by which the built-in policy takes the tier away, whatever else is in order. */
export const REQUIRED: ReadonlySet<Ailment> = new Set(['plain_disk', 'no_edr', 'edr_stopped', 'old_os']);
