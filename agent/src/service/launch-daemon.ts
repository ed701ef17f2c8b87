import { HEARTBEAT_FILE, HUNG_AFTER_S } from './heartbeat.ts';
import { PLACES } from './places.ts';

const { name, logDir, stateDir } = PLACES.macos;

/**
 * The agent's launchd daemon: kept alive, throttled, in the background class.
 * @param executable absolute path of the agent
 */
export const launchDaemon = (executable: string): string =>
  plist(`	<key>Label</key><string>${name}</string>
	<key>ProgramArguments</key>
	<array><string>${escapeXml(executable)}</string><string>service</string><string>run</string></array>
	<key>RunAtLoad</key><true/>
	<key>KeepAlive</key><true/>
	<key>ThrottleInterval</key><integer>10</integer>
	<key>ExitTimeOut</key><integer>15</integer>
	<key>ProcessType</key><string>Background</string>
	<key>LowPriorityIO</key><true/>
	<key>Nice</key><integer>10</integer>
	<key>Umask</key><integer>63</integer>
	<key>HardResourceLimits</key><dict><key>NumberOfFiles</key><integer>1024</integer></dict>
	<key>StandardOutPath</key><string>/dev/null</string>
	<key>StandardErrorPath</key><string>${logDir}/agent.log</string>`);

/** A Mac that slept finds the last sign of life old: as long, more than a minute, the agent has for its next one. */
const SILENT_FOR_S = 90;

/** When it was first found silent is what a file beside the signs of life is dated. */
const lookForLife = (beat: string): string =>
  [
    `beat='${beat}'; silent="$beat.silent"`,
    'age() { echo $(( $(date +%s) - $(stat -f %m "$1") )); }',
    `if [ -f "$beat" ] && [ "$(age "$beat")" -gt ${HUNG_AFTER_S} ]; then`,
    '[ -f "$silent" ] || touch "$silent"',
    `[ "$(age "$silent")" -gt ${SILENT_FOR_S} ] && rm -f "$beat" "$silent" && exec launchctl kickstart -k system/${name}`,
    'else rm -f "$silent"; fi',
    'exit 0',
  ].join('\n');

/**
 * Looks every minute whether the agent still gives signs of life, and starts it anew if not: launchd itself watches for
 * no such thing.
 */
export const watchdogDaemon = (beat = `${stateDir}/${HEARTBEAT_FILE}`): string =>
  plist(`	<key>Label</key><string>${name}.watchdog</string>
	<key>ProgramArguments</key>
	<array><string>/bin/sh</string><string>-c</string><string>${escapeXml(lookForLife(beat))}</string></array>
	<key>StartInterval</key><integer>60</integer>
	<key>ProcessType</key><string>Background</string>`);

/** For newsyslog: five compressed generations of a megabyte each. */
export const logRotation = (): string => `# logfile  mode count size(KB) when flags
${logDir}/agent.log  640  5  1024  *  J
`;

const plist = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${content}
</dict>
</plist>
`;

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
