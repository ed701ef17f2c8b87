import { join } from 'node:path';
import type { Arch } from '../targets.ts';
import { COPYRIGHT } from './copyright.ts';
import type { LinuxPackage } from './linux-package.ts';

const DEPLOY = join(import.meta.dirname, '../../../collector/deploy');

const CONFIG = '/etc/assay/collector.yaml';

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
fi
if id assay-collector >/dev/null 2>&1; then
  install -d -o assay-collector -g assay-collector -m 0750 /etc/assay
  install -d -o assay-collector -g assay-collector -m 0700 /var/lib/assay-collector /var/cache/assay-collector
fi
if [ ! -e ${CONFIG} ]; then
  echo 'The collector is installed and waits for its configuration:'
  echo '  runuser -u assay-collector -- assay-collector init --config ${CONFIG} --data-dir /var/lib/assay-collector --host 0.0.0.0 --public-url https://NAME:7443'
  echo '  systemctl start assay-collector'
fi`,
  forget: '',
  wipe: 'rm -rf /var/lib/assay-collector /var/cache/assay-collector /etc/assay /root/.cache/assay-collector',
  wipeVariable: 'ASSAY_WIPE',
});
