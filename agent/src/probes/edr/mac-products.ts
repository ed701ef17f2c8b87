import type { EdrProduct } from '@assay/shared';

/** How one product shows itself on macOS. */
export interface MacProduct {
  /** Stable id, the same on every platform. */
  product: string;
  vendor: string;
  kind: EdrProduct['kind'];
  /** Any of these existing means its files are there. */
  installed: readonly string[];
  /** Its system extension; macOS only loads one that its vendor's team signed. */
  extension?: { bundlePrefix: string; team?: string };
  /** What the path of its daemon begins with; daemons run as root. */
  daemons: readonly string[];
}

/** Ids, teams and paths as each vendor documents them for deployment by management software. */
export const MAC_PRODUCTS: readonly MacProduct[] = [
  {
    product: 'crowdstrike-falcon',
    vendor: 'CrowdStrike',
    kind: 'edr',
    installed: ['/Applications/Falcon.app'],
    extension: { bundlePrefix: 'com.crowdstrike.falcon.Agent', team: 'X9E956P446' },
    daemons: [],
  },
  {
    product: 'sentinelone',
    vendor: 'SentinelOne',
    kind: 'edr',
    installed: ['/Library/Sentinel/sentinel-agent.bundle'],
    extension: { bundlePrefix: 'com.sentinelone.extensions-wrapper', team: '4AYE5J54KN' },
    daemons: ['/Library/Sentinel/sentinel-agent.bundle/'],
  },
  {
    product: 'microsoft-defender',
    vendor: 'Microsoft',
    kind: 'edr',
    installed: ['/Applications/Microsoft Defender.app'],
    extension: { bundlePrefix: 'com.microsoft.wdav.epsext', team: 'UBF8T346G9' },
    daemons: ['/Applications/Microsoft Defender.app/Contents/MacOS/wdavdaemon'],
  },
  {
    product: 'sophos',
    vendor: 'Sophos',
    kind: 'edr',
    installed: ['/Library/Sophos Anti-Virus', '/Applications/Sophos'],
    extension: { bundlePrefix: 'com.sophos.endpoint.scanextension', team: '2H5GFH3774' },
    daemons: ['/Library/Sophos Anti-Virus/'],
  },
  {
    product: 'carbon-black-cloud',
    vendor: 'Broadcom',
    kind: 'edr',
    installed: ['/Applications/VMware Carbon Black Cloud'],
    extension: { bundlePrefix: 'com.vmware.carbonblack.cloud.se-agent', team: '7AGZNQ2S2T' },
    daemons: ['/Applications/VMware Carbon Black Cloud/'],
  },
  {
    product: 'cortex-xdr',
    vendor: 'Palo Alto Networks',
    kind: 'edr',
    installed: ['/Library/Application Support/PaloAltoNetworks/Traps/bin/cytool'],
    extension: { bundlePrefix: 'com.paloaltonetworks.cortex.agent', team: 'PXPZ95SK77' },
    daemons: ['/Library/Application Support/PaloAltoNetworks/Traps/bin/pmd'],
  },
  {
    product: 'trend-micro',
    vendor: 'Trend Micro',
    kind: 'edr',
    installed: ['/Library/Application Support/TrendMicro'],
    extension: { bundlePrefix: 'com.trendmicro.icore.es', team: 'E8P47U2H32' },
    daemons: ['/Library/Application Support/TrendMicro/'],
  },
  {
    product: 'eset',
    vendor: 'ESET',
    kind: 'edr',
    installed: ['/Applications/ESET Endpoint Security.app'],
    extension: { bundlePrefix: 'com.eset.endpoint', team: 'P8DQRXPVLP' },
    daemons: ['/Applications/ESET Endpoint Security.app/'],
  },
  {
    product: 'bitdefender',
    vendor: 'Bitdefender',
    kind: 'edr',
    installed: ['/Library/Bitdefender'],
    extension: { bundlePrefix: 'com.bitdefender.', team: 'GUNFMW623Y' },
    daemons: ['/Library/Bitdefender/'],
  },
  {
    product: 'elastic-endpoint',
    vendor: 'Elastic',
    kind: 'edr',
    installed: ['/Library/Elastic/Endpoint'],
    extension: { bundlePrefix: 'co.elastic.systemextension', team: '2BT3HPN62Z' },
    daemons: ['/Library/Elastic/Endpoint/elastic-endpoint'],
  },
  {
    product: 'jamf-protect',
    vendor: 'Jamf',
    kind: 'edr',
    installed: ['/Applications/JamfProtect.app'],
    extension: { bundlePrefix: 'com.jamf.protect.security-extension', team: '483DWKW443' },
    daemons: ['/Applications/JamfProtect.app/'],
  },
  {
    product: 'huntress',
    vendor: 'Huntress',
    kind: 'edr',
    installed: ['/Applications/Huntress.app'],
    extension: { bundlePrefix: 'com.huntress.sysext' },
    daemons: ['/Applications/Huntress.app/'],
  },
  {
    product: 'malwarebytes',
    vendor: 'Malwarebytes',
    kind: 'antivirus',
    installed: ['/Library/Application Support/Malwarebytes'],
    extension: { bundlePrefix: 'com.malwarebytes.mbam.engine.sys.ext', team: 'GVZRY6KDKR' },
    daemons: ['/Library/Application Support/Malwarebytes/'],
  },
  {
    product: 'trellix-ens',
    vendor: 'Trellix',
    kind: 'antivirus',
    installed: ['/Library/McAfee'],
    extension: { bundlePrefix: 'com.mcafee.CMF.systemextension' },
    daemons: ['/Library/McAfee/'],
  },
  {
    product: 'trellix-hx',
    vendor: 'Trellix',
    kind: 'edr',
    installed: ['/Library/FireEye/xagt'],
    daemons: ['/Library/FireEye/xagt/'],
  },
  {
    product: 'cylance',
    vendor: 'Arctic Wolf',
    kind: 'edr',
    installed: ['/Library/Application Support/Cylance'],
    extension: { bundlePrefix: 'com.cylance.CylanceEndpointSecurity.extension', team: '6ENJ69K633' },
    daemons: ['/Library/Application Support/Cylance/'],
  },
  {
    product: 'wazuh',
    vendor: 'Wazuh',
    kind: 'edr',
    installed: ['/Library/Ossec/bin/wazuh-agentd'],
    daemons: ['/Library/Ossec/bin/wazuh-agentd'],
  },
  {
    product: 'elastic-agent',
    vendor: 'Elastic',
    kind: 'telemetry',
    installed: ['/Library/Elastic/Agent'],
    daemons: ['/Library/Elastic/Agent/'],
  },
  {
    product: 'fleet-orbit',
    vendor: 'Fleet',
    kind: 'telemetry',
    installed: ['/opt/orbit/bin'],
    daemons: ['/opt/orbit/bin/'],
  },
  {
    product: 'kolide-launcher',
    vendor: '1Password',
    kind: 'telemetry',
    installed: ['/usr/local/kolide-k2/bin/launcher', '/usr/local/kolide-k2/Kolide.app'],
    daemons: ['/usr/local/kolide-k2/'],
  },
];
