/**
 * What a watch hears of services without asking D-Bus: systemd keeps a link with the unit's name here as long as the
 * unit runs (systemd, src/core/unit.c: `unit_export_invocation_id`, `unit_unlink_state_files`).
 */
export const whileRunning = (units: readonly string[]): string[] =>
  units.map((unit) => `/run/systemd/units/invocation:${unit}`);
