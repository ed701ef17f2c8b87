/** A policy with one check for each condition given, all of the same weight. */
export function policyText(
  name: string,
  checks: Record<string, { pass: string; required?: boolean; weight?: number }>,
): string {
  const list = Object.entries(checks).map(([id, { pass, required = false, weight = 50 }]) => ({
    ...{ id, title: `The check ${id}`, pass, weight, required, explain: `what ${id} asks for` },
  }));
  return JSON.stringify({
    policy: name,
    tiers: { trusted: 80, limited: 50 },
    evidence_max_age: '24h',
    checks: list,
  });
}

const DISK = { pass: 'disk_encryption.system_volume.encrypted', required: true };
const FIREWALL = { pass: 'firewall.enabled' };

/** Which `posture({ encrypted: true })` passes whole. */
export const LENIENT = policyText('lenient', { disk: DISK, firewall: FIREWALL });
/** The same, and what no device of the tests has. */
export const STRICT = policyText('strict', {
  disk: DISK,
  firewall: FIREWALL,
  managed: { pass: 'mdm.enrolled', required: true },
});
/** The firewall costs 10 points, no more; the disk is required. */
export const DISK_AND_FIREWALL = policyText('disk-and-firewall', {
  'disk-encryption': { ...DISK, weight: 90 },
  firewall: { ...FIREWALL, weight: 10 },
});
