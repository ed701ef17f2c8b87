import { ok, unknown } from '@assay/shared';
import { execProblemToOutcome } from '../../system/exec.ts';
import { ifReadable } from '../../system/file-error.ts';
import type { PlistDict } from '../../system/plist.ts';
import { asDict, dateAt, flagAt } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import { toAgeS } from '../age.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { countUpdates } from './software-update.ts';

const LOCAL = '/Library/Preferences/com.apple.SoftwareUpdate.plist';
const MANAGED = '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist';
/** Grows with each installation of Apple's. */
const HISTORY = '/Library/Receipts/InstallHistory.plist';
const DECLARED = '/var/db/softwareupdate/SoftwareUpdateDDMStatePersistence.plist';

/** What Apple's client found when it last looked; the agent never makes it look. Apple names no security updates. */
export const updatesOnMacos: Probe<'updates'> = {
  signal: 'updates',
  watch: [LOCAL, MANAGED, HISTORY],
  everyMs: 6 * 3_600_000,
  deadlineMs: 70_000,
  async observe(context) {
    const answer = await context.exec.run('softwareupdate', ['--list', '--no-scan'], { deadlineMs: 60_000 });
    if (answer.status !== 'ok') return execProblemToOutcome('softwareupdate', answer);
    const pending = countUpdates(`${answer.stdout}\n${answer.stderr}`);
    if (pending === undefined)
      return unknown('unparsed', 'softwareupdate names neither updates nor their absence');
    const checkedAt = await readLastCheck(context);
    const changedAt = (await ifReadable(context.files.stat(HISTORY)))?.modifiedAt;
    const automatic = await readAutomatic(context);
    return ok({
      source: 'softwareupdate',
      pending,
      ...(checkedAt === undefined ? {} : { index_age_s: toAgeS(context.now() - checkedAt) }),
      ...(changedAt === undefined ? {} : { last_change_ms: Math.round(changedAt) }),
      ...(automatic ? { automatic: automatic.on } : {}),
      evidence: [
        'softwareupdate --list --no-scan',
        ...(changedAt === undefined ? [] : [HISTORY]),
        ...(automatic ? [automatic.basis] : []),
      ],
    });
  },
};

async function readLastCheck(context: ProbeContext): Promise<number | undefined> {
  const settings = asDict(await ifReadable(readPlist(context, LOCAL)));
  const dates = ['LastFullSuccessfulDate', 'LastSuccessfulDate'].map((key) => dateAt(settings, key));
  const known = dates.filter((date) => date !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** Without one of these nothing is there that could be installed. */
const BEFORE_INSTALLING = ['AutomaticCheckEnabled', 'AutomaticDownload'];
const INSTALLING = 'AutomaticallyInstallMacOSUpdates';

/**
 * The strongest setting that says so: declared, then managed, then local. Where none does it is the system's own
 * default, which differs by release and is not guessed.
 */
async function readAutomatic(context: ProbeContext): Promise<Setting | undefined> {
  const declared = asDict(await ifReadable(readPlist(context, DECLARED)));
  const global = asDict(
    asDict(declared.get('SUCorePersistedStatePolicyFields')).get('SUCoreDDMDeclarationGlobalSettings'),
  );
  const key = 'automaticallyInstallOSUpdates';
  const word = global.get(key);
  const on = typeof word === 'string' ? ALLOWED[word] : flagAt(global, key);
  if (on !== undefined) return { on, basis: `${DECLARED} ${key}` };
  const settings: { path: string; dict: PlistDict }[] = [];
  for (const path of [MANAGED, LOCAL]) {
    settings.push({ path, dict: asDict(await ifReadable(readPlist(context, path))) });
  }
  const inForce = (name: string) =>
    settings
      .map(({ path, dict }) => ({ on: flagAt(dict, name), basis: `${path} ${name}` }))
      .find((setting): setting is Setting => setting.on !== undefined);
  const missing = BEFORE_INSTALLING.map(inForce).find((setting) => setting?.on === false);
  return missing ?? inForce(INSTALLING);
}

interface Setting {
  on: boolean;
  basis: string;
}

/** Declarations speak of what a person may choose, too: `Allowed` decides nothing. */
const ALLOWED: Record<string, boolean> = { AlwaysOn: true, AlwaysOff: false };
