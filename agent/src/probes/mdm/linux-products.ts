/** How one management product shows itself on Linux. */
export interface LinuxManagement {
  /** Stable id, the same on every platform. */
  product: string;
  /** Any of these existing means its software is there. */
  installed: readonly string[];
  /** Any of these existing means it is enrolled, none that it isn't; left out where no file tells. */
  enrolled?: readonly string[];
  /** Where it says which server it belongs to; the first match's host counts. */
  server?: { path: string; pattern: RegExp };
  /** Where it keeps its own id of this device. */
  deviceId?: { path: string; pattern: RegExp };
}

/** Paths as each vendor's package lays them out. */
export const LINUX_MANAGEMENT: readonly LinuxManagement[] = [
  {
    product: 'fleet',
    installed: ['/opt/orbit/bin/orbit'],
    enrolled: ['/opt/orbit/secret-orbit-node-key.txt'],
    server: { path: '/etc/default/orbit', pattern: /^ORBIT_FLEET_URL=(\S+)$/m },
    deviceId: { path: '/opt/orbit/identifier', pattern: /^([0-9a-f-]{36})\s*$/i },
  },
  {
    product: 'landscape',
    installed: ['/usr/bin/landscape-client'],
    enrolled: ['/var/lib/landscape/client/broker.bpickle'],
    server: { path: '/etc/landscape/client.conf', pattern: /^\s*url\s*=\s*(\S+)$/m },
  },
  {
    product: 'jumpcloud',
    installed: ['/opt/jc/bin/jumpcloud-agent'],
    enrolled: ['/opt/jc/client.crt'],
    deviceId: { path: '/opt/jc/jcagent.conf', pattern: /"systemKey"\s*:\s*"([0-9a-f]{24})"/i },
  },
  {
    product: 'workspace-one',
    installed: ['/opt/workspace-one-intelligent-hub', '/usr/bin/ws1HubUtil', '/opt/omnissa/ws1-hub'],
  },
  {
    product: 'manageengine',
    installed: ['/usr/local/manageengine/uems_agent', '/usr/local/desktopcentralagent'],
  },
  { product: 'suse-manager', installed: ['/etc/venv-salt-minion/minion.d/susemanager.conf'] },
];
