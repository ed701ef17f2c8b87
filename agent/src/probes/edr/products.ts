import type { EdrProduct } from '@assay/shared';

/** How one product shows itself on Linux. */
export interface LinuxProduct {
  /** Stable id, the same on every platform. */
  product: string;
  vendor: string;
  kind: EdrProduct['kind'];
  /** Any of these existing means its files are there. */
  installed: readonly string[];
  /** What the path of its daemon's executable begins with. */
  executables: readonly string[];
  /** Programs beside them that people start to ask it, and that protect nothing. */
  clients?: readonly string[];
  units: readonly string[];
  /** What its package is called with dpkg. */
  packages: readonly string[];
}

/**
 * Files, executables and units by product. `edr` records and answers, `antivirus` only scans, `telemetry` only
 * tells: the last two never stand in for the first.
 */
export const LINUX_PRODUCTS: readonly LinuxProduct[] = [
  {
    product: 'crowdstrike-falcon',
    vendor: 'CrowdStrike',
    kind: 'edr',
    installed: ['/opt/CrowdStrike/falconctl'],
    executables: ['/opt/CrowdStrike/falcon-sensor'],
    units: ['falcon-sensor.service'],
    packages: ['falcon-sensor'],
  },
  {
    product: 'sentinelone',
    vendor: 'SentinelOne',
    kind: 'edr',
    installed: ['/opt/sentinelone/bin/sentinelctl'],
    executables: ['/opt/sentinelone/bin/sentinelone-', '/opt/sentinelone/bin/s1-'],
    units: ['sentinelone.service'],
    packages: ['sentinelagent'],
  },
  {
    product: 'microsoft-defender',
    vendor: 'Microsoft',
    kind: 'edr',
    installed: ['/opt/microsoft/mdatp', '/usr/bin/mdatp'],
    executables: ['/opt/microsoft/mdatp/sbin/wdavdaemon'],
    clients: ['/opt/microsoft/mdatp/sbin/wdavdaemonclient'],
    units: ['mdatp.service'],
    packages: ['mdatp'],
  },
  {
    product: 'cortex-xdr',
    vendor: 'Palo Alto Networks',
    kind: 'edr',
    installed: ['/opt/traps/bin/cytool'],
    executables: ['/opt/traps/bin/pmd', '/opt/traps/bin/traps_pmd'],
    units: ['traps_pmd.service'],
    packages: ['cortex-agent'],
  },
  {
    product: 'sophos',
    vendor: 'Sophos',
    kind: 'edr',
    installed: ['/opt/sophos-spl/base'],
    executables: ['/opt/sophos-spl/'],
    units: ['sophos-spl.service'],
    packages: [],
  },
  {
    product: 'carbon-black-cloud',
    vendor: 'Broadcom',
    kind: 'edr',
    installed: ['/opt/carbonblack/psc/bin/repcli'],
    executables: ['/opt/carbonblack/psc/bin/cbagentd'],
    units: ['cbagentd.service'],
    packages: ['cb-psc-sensor'],
  },
  {
    product: 'trend-micro',
    vendor: 'Trend Micro',
    kind: 'edr',
    installed: ['/opt/ds_agent/ds_agent', '/opt/ds_agent/dsa_query'],
    executables: ['/opt/ds_agent/ds_agent'],
    units: ['ds_agent.service'],
    packages: ['ds-agent'],
  },
  {
    product: 'eset',
    vendor: 'ESET',
    kind: 'edr',
    // Beside them lies the agent that only manages: it runs on when they are stopped, and where they never were.
    installed: ['/opt/eset/eea', '/opt/eset/efs'],
    executables: ['/opt/eset/eea/', '/opt/eset/efs/'],
    units: ['eea.service', 'efs.service'],
    packages: ['eea'],
  },
  {
    product: 'bitdefender',
    vendor: 'Bitdefender',
    kind: 'edr',
    installed: ['/opt/bitdefender-security-tools/bin'],
    executables: ['/opt/bitdefender-security-tools/bin/bdsec', '/opt/bitdefender-security-tools/bin/epagd'],
    units: ['bdsec.service', 'bdsecd.service'],
    packages: ['bitdefender-security-tools'],
  },
  {
    product: 'elastic-endpoint',
    vendor: 'Elastic',
    kind: 'edr',
    installed: ['/opt/Elastic/Endpoint'],
    executables: ['/opt/Elastic/Endpoint/elastic-endpoint'],
    units: ['ElasticEndpoint.service'],
    packages: [],
  },
  {
    product: 'wazuh',
    vendor: 'Wazuh',
    kind: 'edr',
    installed: ['/var/ossec/bin/wazuh-agentd'],
    executables: ['/var/ossec/bin/wazuh-agentd'],
    units: ['wazuh-agent.service'],
    packages: ['wazuh-agent'],
  },
  {
    product: 'huntress',
    vendor: 'Huntress',
    kind: 'edr',
    installed: ['/opt/huntress', '/usr/share/huntress'],
    executables: ['/opt/huntress/', '/usr/share/huntress/'],
    units: ['huntress-agent.service'],
    packages: [],
  },
  {
    product: 'trellix-hx',
    vendor: 'Trellix',
    kind: 'edr',
    installed: ['/opt/fireeye/bin/xagt'],
    executables: ['/opt/fireeye/bin/xagt'],
    units: ['xagt.service'],
    packages: ['xagt'],
  },
  {
    product: 'trellix-ens',
    vendor: 'Trellix',
    kind: 'antivirus',
    installed: ['/opt/McAfee/ens', '/opt/McAfee/tp'],
    executables: ['/opt/McAfee/ens/'],
    units: ['mfetpd.service'],
    packages: ['mcafeetp'],
  },
  {
    product: 'cisco-secure-endpoint',
    vendor: 'Cisco',
    kind: 'edr',
    installed: ['/opt/cisco/amp/bin'],
    executables: ['/opt/cisco/amp/bin/ampdaemon'],
    units: ['cisco-amp.service'],
    packages: ['ciscoampconnector'],
  },
  {
    product: 'clamav',
    vendor: 'Cisco Talos',
    kind: 'antivirus',
    installed: ['/usr/sbin/clamd', '/usr/bin/clamdscan'],
    // Arch and newer Fedoras have one directory for both, and the kernel names the real one.
    executables: ['/usr/sbin/clamd', '/usr/bin/clamd'],
    clients: ['/usr/bin/clamdscan', '/usr/bin/clamdtop'],
    units: ['clamav-daemon.service', 'clamd@scan.service'],
    packages: ['clamav-daemon'],
  },
  {
    product: 'tanium',
    vendor: 'Tanium',
    kind: 'telemetry',
    installed: ['/opt/Tanium/TaniumClient'],
    executables: ['/opt/Tanium/TaniumClient/TaniumClient'],
    units: ['taniumclient.service'],
    packages: ['taniumclient'],
  },
  {
    product: 'elastic-agent',
    vendor: 'Elastic',
    kind: 'telemetry',
    installed: ['/opt/Elastic/Agent'],
    executables: ['/opt/Elastic/Agent/'],
    units: ['elastic-agent.service'],
    packages: ['elastic-agent'],
  },
  {
    product: 'osquery',
    vendor: 'osquery',
    kind: 'telemetry',
    installed: ['/opt/osquery/bin/osqueryd', '/usr/bin/osqueryd'],
    executables: ['/opt/osquery/bin/osqueryd', '/usr/bin/osqueryd'],
    units: ['osqueryd.service'],
    packages: ['osquery'],
  },
  {
    product: 'fleet-orbit',
    vendor: 'Fleet',
    kind: 'telemetry',
    installed: ['/opt/orbit/bin'],
    executables: ['/opt/orbit/bin/orbit/', '/opt/orbit/bin/osqueryd/'],
    units: ['orbit.service'],
    packages: ['fleet-osquery'],
  },
  {
    product: 'kolide-launcher',
    vendor: '1Password',
    kind: 'telemetry',
    installed: ['/usr/local/kolide-k2/bin/launcher'],
    executables: ['/usr/local/kolide-k2/bin/launcher', '/var/kolide-k2/k2device.kolide.com/updates/'],
    units: ['launcher.kolide-k2.service'],
    packages: ['launcher-kolide-k2'],
  },
];
