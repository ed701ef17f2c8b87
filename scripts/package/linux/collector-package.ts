import { join } from 'node:path';
import type { Arch } from '../targets.ts';
import { COPYRIGHT } from './copyright.ts';
import type { LinuxPackage } from './linux-package.ts';

const DEPLOY = join(import.meta.dirname, '../../../collector/deploy');

/**
 * The collector for Linux, as a package: as its unit file says that it is set up by hand.
 * @param binary absolute path of its executable
 */
export const collectorPackage = (binary: string, version: string, arch: Arch): LinuxPackage => ({
  name: 'assay-collector',
  version,
  arch,
  summary: 'Judges devices by what their Assay agents report',
  description:
    'The collector verifies what agents report, judges it by a policy, tells identity\nproviders, and serves the console.',
  files: [
    { path: 'usr/bin/assay-collector', mode: 0o755, from: { file: binary } },
    {
      path: 'usr/lib/systemd/system/assay-collector.service',
      mode: 0o644,
      from: { file: join(DEPLOY, 'assay-collector.service') },
    },
    {
      path: 'usr/lib/sysusers.d/assay-collector.conf',
      mode: 0o644,
      from: { file: join(DEPLOY, 'assay-collector.sysusers') },
    },
    { path: 'usr/share/doc/assay-collector/copyright', mode: 0o644, from: { text: COPYRIGHT } },
  ],
  config: [],
  service: 'assay-collector.service',
  prepare: `if command -v systemd-sysusers >/dev/null; then
  systemd-sysusers assay-collector.conf
fi`,
  forget: '',
  wipe: 'rm -rf /var/lib/assay-collector /var/cache/assay-collector /etc/assay',
  wipeVariable: 'ASSAY_WIPE',
});
