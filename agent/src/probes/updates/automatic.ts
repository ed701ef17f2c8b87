import { existing } from '../../system/existing.ts';
import { FileError, ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { parseAptConf } from './apt-conf.ts';

/** Whether updates are installed without anybody asking, and what says so; missing: could not be told. */
export interface AutomaticUpdates {
  automatic?: boolean;
  evidence: string[];
}

const APT_CONF = '/etc/apt/apt.conf.d';
const UNATTENDED = 'apt::periodic::unattended-upgrade';
const ENABLE = 'apt::periodic::enable';
const TIMERS = '/etc/systemd/system/timers.target.wants';
const APT_TIMER = 'apt-daily-upgrade.timer';
/** Does the timer's work where there is no systemd; elsewhere it ends at once. */
const APT_CRON = '/etc/cron.daily/apt-compat';

/** By the configuration of what each family uses for it. */
export async function readAutomaticUpdates(files: Files, source: string): Promise<AutomaticUpdates> {
  try {
    if (source === 'apt') return await besideOthers(files, await unattendedUpgrades(files));
    if (source === 'dnf') return await dnfAutomatic(files);
    if (source === 'zypper') return await suseTimer(files);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { evidence: [`automatic updates: ${error.message}`] };
  }
  return { evidence: [] };
}

/** Recalled, not tried: Linux Mint's update manager installs by itself where its user or IT says so, by files of its own. */
const MINT = '/usr/bin/mintupdate-cli';

/** Where something else may install by itself, the want of unattended-upgrades says nothing. */
async function besideOthers(files: Files, found: AutomaticUpdates): Promise<AutomaticUpdates> {
  if (found.automatic) return found;
  const [other] = await existing(files, [MINT]);
  return other ? { evidence: [...found.evidence, `${other} may do it, and is not asked`] } : found;
}

/** The package, the switches of it and of all that apt does by itself, and what starts it. */
async function unattendedUpgrades(files: Files): Promise<AutomaticUpdates> {
  const [program] = await existing(files, ['/usr/bin/unattended-upgrade', '/usr/bin/unattended-upgrades']);
  if (!program) return { automatic: false, evidence: ['unattended-upgrades is not installed'] };
  const idle = await whyNothingStartsIt(files);
  if (idle) return { automatic: false, evidence: [idle] };
  const enable = await readAptOption(files, ENABLE);
  if (enable?.value === '0') return { automatic: false, evidence: [`${enable.path} ${ENABLE} 0`] };
  const set = await readAptOption(files, UNATTENDED);
  if (!set) return { automatic: false, evidence: [`nothing in ${APT_CONF} turns unattended-upgrades on`] };
  return {
    automatic: !['0', 'false', 'no', ''].includes(set.value),
    evidence: [`${set.path} ${UNATTENDED} ${set.value}`],
  };
}

async function whyNothingStartsIt(files: Files): Promise<string | undefined> {
  const masked = await ifReadable(files.readLink(`/etc/systemd/system/${APT_TIMER}`));
  if (masked === '/dev/null') return `${APT_TIMER} is masked`;
  const [enabled] = await existing(files, [`${TIMERS}/${APT_TIMER}`]);
  if (enabled) return undefined;
  const [systemd] = await existing(files, ['/run/systemd/system']);
  const [cron] = await existing(files, [APT_CRON]);
  return cron && !systemd ? undefined : `${APT_TIMER} is not enabled`;
}

/** As apt.conf(5) says: of its directory names without a dot, or ending in `.conf`, in their order; the main file last. */
async function readAptOption(
  files: Files,
  option: string,
): Promise<{ path: string; value: string } | undefined> {
  const names = ((await ifThere(files.list(APT_CONF))) ?? []).filter((name) =>
    /^(?:[\w:-]+|[\w:-][\w:.-]*\.conf)$/.test(name),
  );
  let found: { path: string; value: string } | undefined;
  for (const path of [...names.map((name) => `${APT_CONF}/${name}`), '/etc/apt/apt.conf']) {
    const value = parseAptConf((await ifThere(files.readText(path))) ?? '').get(option);
    if (value !== undefined) found = { path, value };
  }
  return found;
}

const DNF_TIMERS = ['dnf-automatic.timer', 'dnf-automatic-install.timer', 'dnf5-automatic.timer'];
const DNF_CONF = '/etc/dnf/automatic.conf';

/** A timer must be enabled, and what it starts must install: the one that is named so always does. */
async function dnfAutomatic(files: Files): Promise<AutomaticUpdates> {
  const timers = await existing(
    files,
    DNF_TIMERS.map((timer) => `${TIMERS}/${timer}`),
  );
  if (timers.length === 0) return { automatic: false, evidence: ['no timer of dnf-automatic is enabled'] };
  const conf = (await ifThere(files.readText(DNF_CONF))) ?? '';
  const applies = /^\s*apply_updates\s*=\s*(yes|true|1|on)\s*$/im.test(conf);
  const installs = timers.some((timer) => timer.endsWith('-install.timer'));
  return {
    automatic: applies || installs,
    evidence: [...timers, ...(applies ? [`${DNF_CONF} apply_updates`] : [])],
  };
}

async function suseTimer(files: Files): Promise<AutomaticUpdates> {
  const enabled = await existing(files, [`${TIMERS}/transactional-update.timer`]);
  return enabled.length > 0 ? { automatic: true, evidence: enabled } : { evidence: [] };
}
