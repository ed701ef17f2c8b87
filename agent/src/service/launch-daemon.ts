import { HEARTBEAT_FILE, HUNG_AFTER_S } from './heartbeat.ts';
import { PLACES } from './places.ts';

const { name, logDir, stateDir } = PLACES.macos;
const LOG_FILE = `${logDir}/agent.log`;

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
	<key>StandardErrorPath</key><string>${LOG_FILE}</string>`);

/** A Mac that slept finds the last sign of life old: as long, more than a minute, the agent has for its next one. */
const SILENT_FOR_S = 90;

/** When it was first found silent is what a file beside the signs of life is dated. */
const lookForLife = (beat: string): string =>
  [
    'look_for_life() {',
    `beat='${beat}'; silent="$beat.silent"`,
    'age() { echo $(( $(date +%s) - $(stat -f %m "$1") )); }',
    `if [ -f "$beat" ] && [ "$(age "$beat")" -gt ${HUNG_AFTER_S} ]; then`,
    '[ -f "$silent" ] || touch "$silent"',
    `[ "$(age "$silent")" -gt ${SILENT_FOR_S} ] && rm -f "$beat" "$silent" && exec launchctl kickstart -k system/${name}`,
    'else rm -f "$silent"; fi',
    '}',
  ].join('\n');

/** How much a log holds before it is put away, and how many are kept of those. */
const LOG = { maxBytes: 1024 * 1024, generations: 5 };

/**
 * launchd appends to the file that it opened, for as long as the agent runs: moved away, as newsyslog does, it would be
 * written to in its new place. So it is copied and emptied.
 */
const putLogAway = (log: string): string =>
  [
    'put_log_away() {',
    `log='${log}'`,
    `[ -f "$log" ] && [ "$(stat -f %z "$log")" -gt ${LOG.maxBytes} ] || return 0`,
    `n=${LOG.generations}`,
    'while [ "$n" -gt 1 ]; do m=$((n - 1)); [ ! -f "$log.$m.gz" ] || mv -f "$log.$m.gz" "$log.$n.gz"; n=$m; done',
    '(umask 027; gzip -c "$log" > "$log.1.gz") && : > "$log"',
    '}',
  ].join('\n');

/** What of the agent the watchdog sees: its signs of life, and its log. */
export interface Watched {
  beat: string;
  log: string;
}

const WATCHED: Watched = { beat: `${stateDir}/${HEARTBEAT_FILE}`, log: LOG_FILE };

/**
 * Looks every minute whether the agent still gives signs of life, and starts it anew if not: launchd itself watches for
 * no such thing. Also keeps the agent's log small.
 */
export const watchdogDaemon = ({ beat, log }: Watched = WATCHED): string => {
  const script = [lookForLife(beat), putLogAway(log), 'put_log_away', 'look_for_life', 'exit 0'].join('\n');
  return plist(`	<key>Label</key><string>${name}.watchdog</string>
	<key>ProgramArguments</key>
	<array><string>/bin/sh</string><string>-c</string><string>${escapeXml(script)}</string></array>
	<key>StartInterval</key><integer>60</integer>
	<key>ProcessType</key><string>Background</string>`);
};

const plist = (content: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
${content}
</dict>
</plist>
`;

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
