import { PLACES } from '../../../agent/src/service/places.ts';
import { systemdUnit } from '../../../agent/src/service/systemd-unit.ts';
import type { Arch } from '../targets.ts';
import { COPYRIGHT } from './copyright.ts';
import type { LinuxPackage } from './linux-package.ts';

const { executable, stateDir, joinFile, packagedUpdateRoot } = PLACES.linux;
const CONFIG_DIR = '/etc/assay-agent';

const ENVIRONMENT = `# Environment of the Assay agent. Only root reads this file.
# A join string may also be put into ${joinFile}, which the agent removes once it has enrolled.
#ASSAY_JOIN_STRING=
#HTTPS_PROXY=http://proxy.example:3128
#NO_PROXY=
# Updates by itself, from its collector: on or off, and no further than a version.
#ASSAY_UPDATES=on
#ASSAY_UPDATE_PIN=
`;

/**
 * What was just written lies in memory in large pieces, and the kernel would map 15 MB more of them into the agent than
 * it needs: out of there before it starts. Where the tools are others than GNU's it starts as it is.
 */
const LEAVE_THE_CACHE = `sync ${executable} 2>/dev/null &&
  dd if=${executable} iflag=nocache count=0 2>/dev/null || :`;

/**
 * The agent for Linux, as a package.
 * @param binary absolute path of its executable
 * @param updateRoot file with the root metadata that its updates are trusted by; null: IT brings one, or there are none
 */
export const agentPackage = (
  binary: string,
  version: string,
  arch: Arch,
  updateRoot: string | null = null,
): LinuxPackage => ({
  name: 'assay-agent',
  version,
  arch,
  summary: "Reports this device's posture to an Assay collector",
  description:
    'The agent gathers what a computer looks like (disk encryption, updates, protection\nand the like), signs it and sends it to the collector that it was enrolled at.',
  files: [
    { path: executable.slice(1), mode: 0o755, from: { file: binary } },
    {
      path: 'usr/lib/systemd/system/assay-agent.service',
      mode: 0o644,
      from: { text: systemdUnit(executable) },
    },
    { path: `${CONFIG_DIR.slice(1)}/agent.env`, mode: 0o600, from: { text: ENVIRONMENT } },
    ...(updateRoot ? [{ path: packagedUpdateRoot.slice(1), mode: 0o644, from: { file: updateRoot } }] : []),
    { path: 'usr/share/doc/assay-agent/copyright', mode: 0o644, from: { text: COPYRIGHT } },
  ],
  config: [`${CONFIG_DIR.slice(1)}/agent.env`],
  service: 'assay-agent.service',
  prepare: `chmod 0700 ${CONFIG_DIR}
if [ -n "\${ASSAY_JOIN_STRING:-}" ]; then
  (umask 077; printf '%s\\n' "$ASSAY_JOIN_STRING" >${joinFile})
fi
${LEAVE_THE_CACHE}`,
  forget: `rm -rf ${stateDir}/updates`,
  wipe: `rm -rf ${stateDir} ${CONFIG_DIR}`,
  wipeVariable: 'ASSAY_WIPE',
});
