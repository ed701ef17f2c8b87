/**
 * Every program the agent may ever run on Windows, by its absolute path; as for Linux. Windows' own programs lie
 * where only its installer may write.
 */
export const WINDOWS_COMMANDS = {
  /** most signals: keys and values of the registry. */
  reg: ['C:\\Windows\\System32\\reg.exe'],
  /** edr, firewall, updates: states of services. */
  sc: ['C:\\Windows\\System32\\sc.exe'],
  /** disk_encryption: by its exit code, whether BitLocker protects a volume. */
  'manage-bde': ['C:\\Windows\\System32\\manage-bde.exe'],
  /** identity: how the device is joined to Entra. */
  dsregcmd: ['C:\\Windows\\System32\\dsregcmd.exe'],
  /** remote_access: ports that wait for other machines. */
  netstat: ['C:\\Windows\\System32\\netstat.exe'],
  /** What nothing else tells: one batch of questions to CIM, every six hours. */
  powershell: ['C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'],
  /** edr: Elastic's own word on its state. */
  'elastic-agent': ['C:\\Program Files\\Elastic\\Agent\\elastic-agent.exe'],
} as const satisfies Record<string, readonly string[]>;
