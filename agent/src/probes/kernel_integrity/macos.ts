import { type KernelIntegrity, ok, unknown } from '@assay/shared';
import { type Exec, execProblemToOutcome } from '../../system/exec.ts';
import { ifReadable } from '../../system/file-error.ts';
import { parsePlist } from '../../system/plist.ts';
import { asDict, textAt } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe, ProbeContext } from '../probe.ts';

const XPROTECT = '/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist';

/** System Integrity Protection, the seal of the system volume, and Gatekeeper, each by its own tool. */
export const kernelIntegrityOnMacos: Probe<'kernel_integrity'> = {
  signal: 'kernel_integrity',
  watch: [
    '/var/db/SystemPolicyConfiguration',
    '/Library/Managed Preferences/com.apple.systempolicy.control.plist',
    XPROTECT,
  ],
  everyMs: 300_000,
  deadlineMs: 20_000,
  async observe(context) {
    const { exec } = context;
    const status = await exec.run('csrutil', ['status']);
    if (status.status !== 'ok') return execProblemToOutcome('csrutil', status);
    const protection = parseProtection(status.stdout);
    if (!protection) return unknown('unparsed', 'the first line of csrutil is not one that we know');
    const parts = [protection, await readSeal(exec), await readGatekeeper(exec), await readXprotect(context)];
    const { evidence: _, ...told }: Part = Object.assign({}, ...parts);
    return ok({ ...told, evidence: parts.flatMap(({ evidence }) => evidence) });
  },
};

type Part = Partial<KernelIntegrity> & Pick<KernelIntegrity, 'evidence'>;
const NOTHING: Part = { evidence: [] };

/** Only the first line counts: a custom configuration is a reduced one, however much of it is still enabled. */
function parseProtection(text: string): Part | undefined {
  const state =
    /^System Integrity Protection status: (enabled|disabled|unknown \(Custom Configuration\))\./.exec(
      text,
    )?.[1];
  if (state === undefined) return undefined;
  return { system_integrity_protection: state === 'enabled', evidence: [`csrutil status: ${state}`] };
}

async function readSeal(exec: Exec): Promise<Part> {
  const answer = await exec.run('diskutil', ['info', '-plist', '/']);
  const sealed = answer.status === 'ok' ? textAt(asDict(parsePlist(answer.stdout)), 'Sealed') : undefined;
  if (sealed === undefined) return NOTHING;
  // It was also seen to say "Broken".
  return { sealed_system: sealed === 'Yes', evidence: [`diskutil Sealed: ${sealed}`] };
}

/** `disabled` comes with exit code 1. */
async function readGatekeeper(exec: Exec): Promise<Part> {
  const answer = await exec.run('spctl', ['--status']);
  if (answer.status !== 'ok' && answer.status !== 'exit') return NOTHING;
  const word = /^assessments (enabled|disabled)\s*$/m.exec(answer.stdout)?.[1];
  if (word === undefined) return NOTHING;
  return { gatekeeper: word === 'enabled', evidence: [`spctl: assessments ${word}`] };
}

/** Since macOS 15 its tool knows best: an update no longer reaches the file. */
async function readXprotect(context: ProbeContext): Promise<Part> {
  const answer = await context.exec.run('xprotect', ['version']);
  if (answer.status !== 'missing') {
    const current =
      answer.status === 'ok' ? /^Version: (\d[\d.]{0,19})(?:\s|$)/m.exec(answer.stdout)?.[1] : undefined;
    return current ? { malware_definitions: current, evidence: ['xprotect version'] } : NOTHING;
  }
  const info = asDict(await ifReadable(readPlist(context, XPROTECT)));
  const version = /^[\d.]{1,20}$/.exec(textAt(info, 'CFBundleShortVersionString') ?? '')?.[0];
  return version ? { malware_definitions: version, evidence: [XPROTECT] } : NOTHING;
}
