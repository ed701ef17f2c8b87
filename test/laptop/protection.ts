import type { Tree } from './write-tree.ts';

const SENSOR_PID = 812;
const WANTED = '/etc/systemd/system/multi-user.target.wants';

/** CrowdStrike's sensor running as root from its own path. */
export const EDR_PROCESS: Tree = {
  [`/proc/${SENSOR_PID}/comm`]: 'falcon-sensor-b\n',
  [`/proc/${SENSOR_PID}/status`]: `Name:\tfalcon-sensor-b\nPid:\t${SENSOR_PID}\nUid:\t0\t0\t0\t0\n`,
  [`/proc/${SENSOR_PID}/exe`]: { link: '/opt/CrowdStrike/falcon-sensor-bpf' },
};
export const EDR_PROCESS_PATHS = [`/proc/${SENSOR_PID}`];

/** CrowdStrike's files and unit. */
export const EDR_FILES: Tree = {
  '/opt/CrowdStrike/falcon-sensor': { text: '', mode: 0o750 },
  '/opt/CrowdStrike/falcon-sensor-bpf': { text: '', mode: 0o750 },
  [`${WANTED}/falcon-sensor.service`]: { link: '/usr/lib/systemd/system/falcon-sensor.service' },
  '/usr/lib/systemd/system/falcon-sensor.service': '[Service]\nExecStart=/opt/CrowdStrike/falcond\n',
  '/opt/CrowdStrike/falconctl': { text: '', mode: 0o750 },
};
export const EDR_FILE_PATHS = [
  `${WANTED}/falcon-sensor.service`,
  '/usr/lib/systemd/system/falcon-sensor.service',
  '/opt/CrowdStrike',
];

/**
 * What of a firewall can be seen in files: ufw's settings. The kernel's rules can't be in a tree, and a program
 * that would list them describes the machine it runs on; so the agent's answer here is "unknown", whatever this says.
 */
export const FIREWALL: Tree = {
  '/etc/default/ufw': 'IPV6=yes\nDEFAULT_INPUT_POLICY="DROP"\nDEFAULT_OUTPUT_POLICY="ACCEPT"\n',
  [`${WANTED}/ufw.service`]: { link: '/usr/lib/systemd/system/ufw.service' },
  '/usr/lib/systemd/system/ufw.service': '[Service]\nExecStart=/usr/lib/ufw/ufw-init start quiet\n',
  '/etc/ufw/ufw.conf': 'ENABLED=yes\nLOGLEVEL=low\n',
};

const TCP_HEADING =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

/** One listener, the resolver on loopback: nothing that others could reach. */
export const NETWORK: Tree = {
  '/proc/net/tcp': `${TCP_HEADING}   0: 3500007F:0035 00000000:0000 0A 00000000:00000000 00:00000000 00000000   991        0 20310 1 0000000000000000 100 0 0 10 5\n`,
  '/proc/net/tcp6': TCP_HEADING,
  '/proc/net/ip_tables_names': '',
  '/proc/net/ip6_tables_names': '',
};
