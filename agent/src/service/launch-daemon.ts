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

/**
 * Looks every minute whether the agent still gives signs of life, and starts it anew if not: launchd itself watches for
 * no such thing.
 */
export const watchdogDaemon = (): string =>
  plist(`	<key>Label</key><string>${name}.watchdog</string>
	<key>ProgramArguments</key>
	<array><string>/bin/sh</string><string>-c</string><string>${escapeXml(
    `beat='${stateDir}/${HEARTBEAT_FILE}'; [ -f "$beat" ] && [ $(( $(date +%s) - $(stat -f %m "$beat") )) -gt ${HUNG_AFTER_S} ] && rm -f "$beat" && exec launchctl kickstart -k system/${name}; exit 0`,
  )}</string></array>
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
