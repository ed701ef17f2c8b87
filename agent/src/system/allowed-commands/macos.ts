/** Every program the agent may ever run on macOS, by its absolute path; as for Linux. */
export const MACOS_COMMANDS = {
  /** Property lists in their binary form. */
  plutil: ['/usr/bin/plutil'],
  /** os: Apple's small additions to the version. */
  sw_vers: ['/usr/bin/sw_vers'],
  /** disk_encryption: volumes, and whether FileVault protects them. */
  diskutil: ['/usr/sbin/diskutil'],
  /** disk_encryption: a second opinion, and what waits for a restart. */
  fdesetup: ['/usr/bin/fdesetup'],
  /** firewall: the application firewall's state. */
  socketfilterfw: ['/usr/libexec/ApplicationFirewall/socketfilterfw'],
  /** firewall, secure_boot, tpm, hardware: Apple's inventory of this machine, as JSON. */
  system_profiler: ['/usr/sbin/system_profiler'],
  /** updates: which ones Apple's own client knows of already. */
  softwareupdate: ['/usr/sbin/softwareupdate'],
  /** secure_boot: the policy of a T2. */
  nvram: ['/usr/sbin/nvram'],
  /** kernel_integrity: System Integrity Protection. */
  csrutil: ['/usr/bin/csrutil'],
  /** kernel_integrity: Gatekeeper. */
  spctl: ['/usr/sbin/spctl'],
  /** kernel_integrity: how new Apple's own malware definitions are. */
  xprotect: ['/usr/bin/xprotect'],
  /** hardware: serial number, id and model. */
  ioreg: ['/usr/sbin/ioreg'],
  /** identity: certificates of the system's keychain, of which Intune's has the id of this Mac; no keys. */
  security: ['/usr/bin/security'],
  /** identity: how this Mac is registered with Platform SSO. */
  'app-sso': ['/usr/bin/app-sso'],
  /** mdm: whether it is enrolled. */
  profiles: ['/usr/bin/profiles'],
  /** local_admins: members of the group of administrators, and whether root may sign in. identity: people's accounts. */
  dscl: ['/usr/bin/dscl'],
  /**
   * remote_access: which services are switched on. screen_lock, identity: asks sysadminctl and app-sso in the session
   * of who is there.
   */
  launchctl: ['/bin/launchctl'],
  /** screen_lock: started by launchctl. */
  sysadminctl: ['/usr/sbin/sysadminctl'],
  /** identity: started by launchctl, to ask app-sso by the account of who is there. */
  sudo: ['/usr/bin/sudo'],
  /** edr: which system extensions are active, and whose. */
  systemextensionsctl: ['/usr/bin/systemextensionsctl'],
  /** edr: which of the known programs run. */
  ps: ['/bin/ps'],
  /** edr: CrowdStrike's own word on its state. */
  falconctl: ['/Applications/Falcon.app/Contents/Resources/falconctl'],
  /** edr: SentinelOne's own word on its state. */
  sentinelctl: ['/Library/Sentinel/sentinel-agent.bundle/Contents/MacOS/sentinelctl'],
  /** edr: Defender's own word on its state. */
  mdatp: ['/Applications/Microsoft Defender.app/Contents/MacOS/wdavdaemonclient', '/usr/local/bin/mdatp'],
  /** edr: Elastic's own word on its state. */
  'elastic-agent': ['/Library/Elastic/Agent/elastic-agent'],
  /** edr: Carbon Black's own word on its state. */
  repcli: ['/Applications/VMware Carbon Black Cloud/repcli.bundle/Contents/MacOS/repcli'],
  /** edr: Cortex XDR's own word on its state. */
  cytool: ['/Library/Application Support/PaloAltoNetworks/Traps/bin/cytool'],
} as const satisfies Record<string, readonly string[]>;
