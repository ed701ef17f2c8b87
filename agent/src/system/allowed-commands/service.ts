import type { Platform } from '@assay/shared';

/** Programs that set the agent itself up as a service; no probe may run them. */
export const SERVICE_COMMANDS = {
  linux: {
    systemctl: ['/usr/bin/systemctl', '/bin/systemctl'],
    /** Tells systemd that the agent is not hung: Node has no datagram sockets of its own. */
    'systemd-notify': ['/usr/bin/systemd-notify', '/bin/systemd-notify'],
  },
  macos: {
    launchctl: ['/bin/launchctl'],
    plutil: ['/usr/bin/plutil'],
    defaults: ['/usr/bin/defaults'],
  },
  windows: {
    sc: ['C:\\Windows\\System32\\sc.exe'],
    reg: ['C:\\Windows\\System32\\reg.exe'],
  },
} as const satisfies Record<Platform, Record<string, readonly string[]>>;
