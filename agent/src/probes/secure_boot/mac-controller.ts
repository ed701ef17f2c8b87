import { type Outcome, ok, type SecureBoot, unknown } from '@assay/shared';
import { type Exec, execProblemToOutcome } from '../../system/exec.ts';

const T2_POLICY = '94b73556-2197-4702-82a8-3e1337dafbfb:AppleSecureBootPolicy';

/** A T2's policy, which is a number; undefined on a Mac without T2, whose variable is missing. */
export async function readT2Policy(exec: Exec): Promise<SecureBoot['level']> {
  const answer = await exec.run('nvram', [T2_POLICY]);
  const number = answer.status === 'ok' ? /\t%(0[0-2])\s*$/.exec(answer.stdout)?.[1] : undefined;
  return number === undefined ? undefined : BY_NUMBER[number];
}

const BY_NUMBER: Record<string, SecureBoot['level']> = { '02': 'full', '01': 'reduced', '00': 'permissive' };

/** What Apple's inventory says of the chip that guards the start; every value in it is localised. */
export interface MacController {
  secureBoot?: string;
}

/** Asks for the controller; `ok(undefined)` for a machine that has none: an Intel Mac without T2. */
export async function readMacController(exec: Exec): Promise<Outcome<MacController | undefined>> {
  const answer = await exec.run('system_profiler', ['-json', 'SPiBridgeDataType'], { deadlineMs: 15_000 });
  if (answer.status !== 'ok') return execProblemToOutcome('system_profiler', answer);
  const entries = parseEntries(answer.stdout);
  if (!entries) return unknown('unparsed', 'SPiBridgeDataType is no list');
  const [entry] = entries;
  if (entry === undefined) return ok(undefined);
  const { ibridge_secure_boot: secureBoot } = toObject(entry);
  return ok(typeof secureBoot === 'string' ? { secureBoot } : {});
}

function parseEntries(text: string): unknown[] | undefined {
  try {
    const { SPiBridgeDataType: entries } = toObject(JSON.parse(text));
    return Array.isArray(entries) ? entries : undefined;
  } catch {
    return undefined;
  }
}

const toObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
