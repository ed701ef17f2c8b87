import type { EdrProduct } from '@assay/shared';

/** How one product shows itself on Windows. */
export interface WindowsProduct {
  /** Stable id, the same on every platform. */
  product: string;
  vendor: string;
  kind: EdrProduct['kind'];
  /**
   * Any of these services existing means it is installed, and all that exist must run from its directories. The first
   * that exists is the one that protects: it alone says whether the product runs.
   */
  services: readonly string[];
  /** Below which its services' programs lie, lower case. */
  directories: readonly string[];
  /** What Windows Security Center calls it. */
  securityCenter?: RegExp;
}

const below = (...names: string[]) => names.map((name) => `c:\\program files\\${name.toLowerCase()}\\`);
const below32 = (...names: string[]) =>
  names.map((name) => `c:\\program files (x86)\\${name.toLowerCase()}\\`);
const DEFENDER_UPDATES = 'c:\\programdata\\microsoft\\windows defender\\platform\\';

/** Services and directories by product, with the ids of the table for Linux. */
export const WINDOWS_PRODUCTS: readonly WindowsProduct[] = [
  {
    product: 'crowdstrike-falcon',
    vendor: 'CrowdStrike',
    kind: 'edr',
    services: ['CSFalconService'],
    directories: below('CrowdStrike'),
    securityCenter: /^CrowdStrike Falcon/i,
  },
  {
    product: 'sentinelone',
    vendor: 'SentinelOne',
    kind: 'edr',
    services: ['SentinelAgent'],
    directories: below('SentinelOne'),
    securityCenter: /^Sentinel(One| Agent)/i,
  },
  {
    product: 'microsoft-defender',
    vendor: 'Microsoft',
    kind: 'edr',
    services: ['Sense'],
    directories: below('Windows Defender Advanced Threat Protection'),
  },
  {
    product: 'microsoft-defender-antivirus',
    vendor: 'Microsoft',
    kind: 'antivirus',
    services: ['WinDefend'],
    directories: [...below('Windows Defender'), DEFENDER_UPDATES],
    securityCenter: /^(Windows|Microsoft) Defender/i,
  },
  {
    product: 'cortex-xdr',
    vendor: 'Palo Alto Networks',
    kind: 'edr',
    services: ['cyserver', 'CyveraService'],
    directories: below('Palo Alto Networks'),
    securityCenter: /^Cortex XDR/i,
  },
  {
    product: 'sophos',
    vendor: 'Sophos',
    kind: 'edr',
    services: ['Sophos Endpoint Defense Service', 'Sophos MCS Client'],
    directories: [...below('Sophos'), ...below32('Sophos')],
    securityCenter: /^Sophos/i,
  },
  {
    product: 'carbon-black-cloud',
    vendor: 'Broadcom',
    kind: 'edr',
    services: ['CbDefense'],
    directories: below('Confer'),
    securityCenter: /Carbon Black/i,
  },
  {
    product: 'trend-micro',
    vendor: 'Trend Micro',
    kind: 'edr',
    services: ['ntrtscan', 'tmlisten', 'ds_agent'],
    directories: [...below('Trend Micro'), ...below32('Trend Micro')],
    securityCenter: /^Trend Micro/i,
  },
  {
    product: 'eset',
    vendor: 'ESET',
    kind: 'edr',
    services: ['ekrn'],
    directories: below('ESET'),
    securityCenter: /^ESET/i,
  },
  {
    product: 'bitdefender',
    vendor: 'Bitdefender',
    kind: 'edr',
    services: ['EPSecurityService', 'EPProtectedService'],
    directories: below('Bitdefender'),
    securityCenter: /^Bitdefender/i,
  },
  {
    product: 'elastic-endpoint',
    vendor: 'Elastic',
    kind: 'edr',
    services: ['ElasticEndpoint'],
    directories: below('Elastic'),
    securityCenter: /^Elastic/i,
  },
  {
    product: 'wazuh',
    vendor: 'Wazuh',
    kind: 'edr',
    services: ['WazuhSvc'],
    directories: below32('ossec-agent'),
  },
  {
    product: 'huntress',
    vendor: 'Huntress',
    kind: 'edr',
    services: ['HuntressAgent', 'HuntressRio'],
    directories: [...below('Huntress'), ...below32('Huntress')],
  },
  {
    product: 'malwarebytes',
    vendor: 'Malwarebytes',
    kind: 'antivirus',
    services: ['MBAMService', 'MBEndpointAgent'],
    directories: below('Malwarebytes', 'Malwarebytes Endpoint Agent'),
    securityCenter: /^Malwarebytes/i,
  },
  {
    product: 'trellix-hx',
    vendor: 'Trellix',
    kind: 'edr',
    services: ['xagt'],
    directories: [...below32('FireEye'), ...below('FireEye')],
  },
  {
    product: 'trellix-ens',
    vendor: 'Trellix',
    kind: 'antivirus',
    services: ['mfetp', 'mfemms'],
    directories: [...below('McAfee', 'Trellix', 'Common Files\\McAfee'), ...below32('McAfee', 'Trellix')],
    securityCenter: /^(McAfee|Trellix)/i,
  },
  {
    product: 'cylance',
    vendor: 'Arctic Wolf',
    kind: 'edr',
    services: ['CylanceSvc', 'CyOptics'],
    directories: below('Cylance'),
    securityCenter: /^(Cylance|BlackBerry|Aurora)/i,
  },
  {
    product: 'cybereason',
    vendor: 'Cybereason',
    kind: 'edr',
    services: ['CybereasonActiveProbe'],
    directories: below('Cybereason ActiveProbe'),
    securityCenter: /^Cybereason/i,
  },
  {
    product: 'fortiedr',
    vendor: 'Fortinet',
    kind: 'edr',
    services: ['FortiEDR Collector Service'],
    directories: below('Fortinet\\FortiEDR'),
    securityCenter: /^FortiEDR/i,
  },
  {
    product: 'watchguard-endpoint',
    vendor: 'WatchGuard',
    kind: 'edr',
    services: ['PandaAetherAgent'],
    directories: [...below32('Panda Security', 'WatchGuard'), ...below('Panda Security', 'WatchGuard')],
    securityCenter: /^(Panda|WatchGuard)/i,
  },
  {
    product: 'cisco-secure-endpoint',
    vendor: 'Cisco',
    kind: 'edr',
    services: ['CiscoAMP'],
    directories: below('Cisco\\AMP'),
    securityCenter: /^Cisco/i,
  },
  {
    product: 'tanium',
    vendor: 'Tanium',
    kind: 'telemetry',
    services: ['Tanium Client'],
    directories: [...below32('Tanium'), ...below('Tanium')],
  },
  {
    product: 'elastic-agent',
    vendor: 'Elastic',
    kind: 'telemetry',
    services: ['Elastic Agent'],
    directories: below('Elastic'),
  },
  {
    product: 'osquery',
    vendor: 'osquery',
    kind: 'telemetry',
    services: ['osqueryd'],
    directories: below('osquery'),
  },
  {
    product: 'fleet-orbit',
    vendor: 'Fleet',
    kind: 'telemetry',
    services: ['Fleet osquery'],
    directories: below('Orbit'),
  },
  {
    product: 'kolide-launcher',
    vendor: '1Password',
    kind: 'telemetry',
    services: ['LauncherKolide-k2Svc'],
    directories: below('Kolide'),
  },
];
