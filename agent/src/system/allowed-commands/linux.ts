/**
 * Every program the agent may ever run on Linux, by the absolute paths where it may be. Each is run with fixed
 * arguments of the probe that needs it, and only to read.
 */
export const LINUX_COMMANDS = {
  /** firewall: the packet filter's rules. */
  nft: ['/usr/sbin/nft', '/sbin/nft', '/usr/bin/nft'],
  /** firewall: rules of the older packet filter, which nft does not show. */
  'iptables-save': ['/usr/sbin/iptables-legacy-save', '/usr/sbin/iptables-save', '/sbin/iptables-save'],
  'ip6tables-save': ['/usr/sbin/ip6tables-legacy-save', '/usr/sbin/ip6tables-save', '/sbin/ip6tables-save'],
  /** disk_encryption: properties of the root dataset. */
  zfs: ['/usr/sbin/zfs', '/sbin/zfs', '/usr/bin/zfs'],
  /** disk_encryption: devices below the root pool. */
  zpool: ['/usr/sbin/zpool', '/sbin/zpool', '/usr/bin/zpool'],
  /** edr: CrowdStrike's own word on its state. */
  falconctl: ['/opt/CrowdStrike/falconctl'],
  /** edr: SentinelOne's own word on its state. */
  sentinelctl: ['/opt/sentinelone/bin/sentinelctl'],
  /** edr: Defender's own word on its state. */
  mdatp: ['/opt/microsoft/mdatp/sbin/wdavdaemonclient', '/usr/bin/mdatp'],
  /** edr: Elastic's own word on its state. */
  'elastic-agent': ['/opt/Elastic/Agent/elastic-agent', '/usr/bin/elastic-agent'],
  /** edr: Carbon Black's own word on its state. */
  repcli: ['/opt/carbonblack/psc/bin/repcli'],
  /** edr: Cortex XDR's own word on its state. */
  cytool: ['/opt/traps/bin/cytool'],
  /** edr: Bitdefender's own word on its state. */
  bduitool: ['/opt/bitdefender-security-tools/bin/bduitool'],
  /** updates: how many wait, by each family's package manager, from what it has fetched before. */
  apt: ['/usr/bin/apt'],
  dnf: ['/usr/bin/dnf5', '/usr/bin/dnf'],
  zypper: ['/usr/bin/zypper'],
  pacman: ['/usr/bin/pacman'],
  apk: ['/sbin/apk', '/usr/bin/apk'],
} as const satisfies Record<string, readonly string[]>;
