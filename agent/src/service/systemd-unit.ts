import { HUNG_AFTER_S } from './heartbeat.ts';

/**
 * For glibc: one pool of memory for all threads, and what is freed goes back instead of being kept for later: larger
 * pieces at once, the rest as soon as its end is free. Three megabytes of an agent at rest, and more after a burst.
 */
export const UNIT_ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '32768',
  MALLOC_TOP_PAD_: '4096',
};

const environment = Object.entries(UNIT_ENVIRONMENT)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ');

/**
 * The agent's systemd unit: hardened as far as the probes allow.
 *
 * Left open, and why: devices (disk encryption, TPM; by ProtectClock= older systemds allow none but the clock, and to set that
 * takes a right that is not given), home directories to read (browsers, ssh keys), the process table (protection products),
 * kernel modules' directory (kernel integrity), user ids as they are (administrators), the machine's name (a service with one
 * of its own is not told of a new one, and without CAP_SYS_ADMIN none changes it), and memory that is written and run, which
 * programs of protection products may need that a probe asks. CAP_NET_ADMIN reads the packet filter, with CAP_NET_RAW the
 * older one (its tool opens a raw socket for it; to listen to the network takes a kind of socket that is not among the
 * address families), CAP_SYS_PTRACE which program a process runs,
 * CAP_DAC_READ_SEARCH files of others.
 * NotifyAccess=all: systemd-notify, where the C library cannot be called, is a child.
 * @param executable absolute path of the agent
 */
export const systemdUnit = (executable: string): string => `[Unit]
Description=Assay agent: reports this device's posture
After=network.target
# It has its own back-off, and a device that stops reporting loses access: never given up.
StartLimitIntervalSec=0

[Service]
Type=exec
ExecStart=${executable} service run
EnvironmentFile=-/etc/assay-agent/agent.env
Environment=${environment}
Restart=always
# Longer each time, up to a minute. Before systemd 254 it is 5 s each time, and the journal says that two keys are unknown.
RestartSec=5
RestartSteps=4
RestartMaxDelaySec=60
TimeoutStopSec=15
# It says every minute that it is alive; silent for this many seconds, it is started anew.
WatchdogSec=${HUNG_AFTER_S}
NotifyAccess=all
StateDirectory=assay-agent
StateDirectoryMode=0700
# Where a join string is put, and removed once it was used.
ReadWritePaths=-/etc/assay-agent
# dnf and zypper end at once where they cannot lock and renew what they read, and write their logs.
ReadWritePaths=-/var/cache/dnf -/var/cache/libdnf5 -/var/cache/zypp
TemporaryFileSystem=/var/log
SyslogIdentifier=assay-agent

# Of all that it starts, too: dnf and apt take 100 MB when they are asked, and 250 where they make their cache anew. One
# that takes too much is killed, and the agent, which would be stopped with it otherwise, tells that it gave no answer.
MemoryHigh=192M
MemoryMax=384M
OOMPolicy=continue
CPUQuota=50%
CPUWeight=20
IOSchedulingClass=idle
Nice=10
TasksMax=64

UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=CAP_DAC_READ_SEARCH CAP_SYS_PTRACE CAP_NET_ADMIN CAP_NET_RAW
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateMounts=yes
ProtectKernelTunables=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
RestrictRealtime=yes
RestrictNamespaces=yes
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`;
