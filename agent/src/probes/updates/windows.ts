import { type Outcome, ok, type Updates, unknown } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { readKey } from '../../system/windows/registry.ts';
import { readService } from '../../system/windows/services.ts';
import { UntoldError } from '../../system/windows/untold.ts';
import { toAgeS } from '../age.ts';
import type { CimAnswer } from '../cim/answer.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import type { Probe, ProbeContext } from '../probe.ts';

const POLICY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU';
const MANAGED = 'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update';
const PAUSE = 'HKLM\\SOFTWARE\\Microsoft\\WindowsUpdate\\UX\\Settings';
const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const DISABLED = 4;
/** Windows Update's category "Security Updates". */
const SECURITY = '0fa1201d-4330-4fa8-8ae9-b877473b6441';
/** Values of AUOptions: 2 asks before it fetches, 3 and 7 before it installs. */
const ASKING = [2, 3, 7];
/** Values of the management's AllowAutoUpdate (Policy CSP, Update): 0 asks before it fetches, 5 is off. */
const NOT_BY_ITSELF = [0, 5];
const FIRST_SENSIBLE_MS = Date.UTC(2001, 0, 1);

/** What waits, by what Windows found when it last searched; nothing is searched for or fetched. */
export const createUpdatesOnWindows = (cim: CimBatch): Probe<'updates'> => ({
  signal: 'updates',
  // Its client writes a line for each installation; recalled, a hint beside the ladder.
  watch: ['/Windows/SoftwareDistribution/ReportingEvents.log'],
  everyMs: 900_000,
  deadlineMs: CIM_DEADLINE_MS + 15_000,
  async observe(context) {
    const automatic = await readAutomatic(context);
    try {
      const counted = count(await cim.read(context), context.now());
      return counted ? merge(counted, automatic) : unknown('unparsed', 'CIM: no times of Windows Update');
    } catch (error) {
      if (!(error instanceof UntoldError)) throw error;
      return error.outcome;
    }
  },
});

type Part = Partial<Updates> & { evidence: string[] };

const merge = (counted: Part, automatic: Part): Outcome<Updates> =>
  ok({
    source: 'windows_update',
    ...counted,
    ...automatic,
    evidence: [...counted.evidence, ...automatic.evidence],
  });

/** A count that was never searched for is none. */
function count(answer: CimAnswer, now: number): Part | undefined {
  const [times] = answer.items('update_times');
  const searchedAt = toTime(times?.number('searched_ms'), now);
  const installedAt = toTime(times?.number('installed_ms'), now);
  if (!times) return undefined;
  const installed = installedAt === undefined ? {} : { last_change_ms: installedAt };
  if (searchedAt === undefined) return { ...installed, evidence: ['Windows Update has never searched'] };
  const age = { index_age_s: toAgeS(now - searchedAt) };
  if (!answer.tells('updates')) {
    return { ...installed, ...age, evidence: ['Windows Update: times', 'waiting updates not told'] };
  }
  const updates = answer.items('updates');
  return {
    pending: updates.length,
    pending_security: updates.filter(
      (update) =>
        update.text('severity') !== undefined ||
        update.list('categories')?.some((id) => String(id).toLowerCase() === SECURITY),
    ).length,
    ...installed,
    ...age,
    evidence: ['Windows Update: last search'],
  };
}

/** COM gives a day in 1899 for "never". */
const toTime = (ms: number | undefined, now: number) =>
  ms !== undefined && ms >= FIRST_SENSIBLE_MS && ms <= now + 86_400_000 ? ms : undefined;

/** On unless a policy, a disabled service or a pause says otherwise: that is how Windows comes. */
async function readAutomatic({ exec, now }: ProbeContext): Promise<Part> {
  try {
    const policy = await readKey(exec, POLICY);
    if (policy?.number('NoAutoUpdate') === 1) return { automatic: false, evidence: ['policy: NoAutoUpdate'] };
    const option = policy?.number('AUOptions');
    if (option !== undefined && ASKING.includes(option)) {
      return { automatic: false, evidence: [`policy: AUOptions ${option}`] };
    }
    const managed = (await readKey(exec, MANAGED))?.number('AllowAutoUpdate');
    if (managed !== undefined && NOT_BY_ITSELF.includes(managed)) {
      return { automatic: false, evidence: [`management: AllowAutoUpdate ${managed}`] };
    }
    for (const service of ['wuauserv', 'UsoSvc']) {
      const problem = await isOutOfUse(exec, service);
      if (problem) return { automatic: false, evidence: [problem] };
    }
    const until = (await readKey(exec, PAUSE))?.text('PauseUpdatesExpiryTime');
    if (until && Date.parse(until) > now()) return { automatic: false, evidence: ['updates are paused'] };
    return {
      automatic: true,
      evidence: [option === undefined ? 'no policy against it' : `policy: AUOptions ${option}`],
    };
  } catch (error) {
    if (!(error instanceof UntoldError)) throw error;
    return { evidence: ['automatic updates: not told'] };
  }
}

async function isOutOfUse(exec: Exec, service: string): Promise<string | undefined> {
  if ((await readService(exec, service)) === undefined) return `service ${service}: missing`;
  const start = (await readKey(exec, `${SERVICES}\\${service}`))?.number('Start');
  return start === DISABLED ? `service ${service}: disabled` : undefined;
}
