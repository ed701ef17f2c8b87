import { type KernelIntegrity, ok } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { type RegistryKey, readKey } from '../../system/windows/registry.ts';
import { ifTold, untoldToOutcome } from '../../system/windows/untold.ts';
import type { CimAnswer } from '../cim/answer.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import type { Probe } from '../probe.ts';

const CONTROL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';
const LSA = `${CONTROL}\\Lsa`;
const POLICIES = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
const DEVELOPER = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\AppModelUnlock';

// The codes are those of Win32_DeviceGuard (learn.microsoft.com).
const VBS_RUNNING = 2;
const CREDENTIAL_GUARD = 1;
const HVCI = 2;

/** What runs, not what is configured to; start options as the kernel got them. */
export const createKernelIntegrityOnWindows = (cim: CimBatch): Probe<'kernel_integrity'> => ({
  signal: 'kernel_integrity',
  watch: [],
  everyMs: 300_000,
  deadlineMs: CIM_DEADLINE_MS + 15_000,
  async observe(context) {
    try {
      const start = startOptions(await readKey(context.exec, CONTROL));
      const settings = await readSettings(context.exec);
      const guard = deviceGuard(await ifTold(cim.read(context)));
      return ok({
        ...start.value,
        ...settings.value,
        ...guard.value,
        evidence: [...start.evidence, ...settings.evidence, ...guard.evidence],
      });
    } catch (error) {
      return untoldToOutcome(error);
    }
  },
});

interface Part {
  value: Partial<KernelIntegrity>;
  evidence: string[];
}

function startOptions(control: RegistryKey | undefined): Part {
  // An empty list of options is printed without data.
  if (!control?.has('SystemStartOptions')) return { value: {}, evidence: ['start options: not told'] };
  const options = (control.text('SystemStartOptions') ?? '').toUpperCase().split(/\s+/);
  const debug = options.some((option) => /^\/?DEBUG(=|$)/.test(option));
  const testing = options.some((option) => /^\/?TESTSIGNING$/.test(option));
  return { value: { test_signing: testing, kernel_debug: debug }, evidence: ['SystemStartOptions'] };
}

async function readSettings(exec: Exec): Promise<Part> {
  const lsa = (await ifTold(readKey(exec, LSA)))?.number('RunAsPPL');
  const uac = (await ifTold(readKey(exec, POLICIES)))?.number('EnableLUA');
  const developer = (await ifTold(readKey(exec, DEVELOPER)))?.number('AllowDevelopmentWithoutDevLicense');
  // A missing value means the release's own default, which is not ours to know.
  return {
    value: {
      ...(lsa === undefined ? {} : { lsa_protection: lsa === 1 || lsa === 2 }),
      ...(uac === undefined ? {} : { uac: uac === 1 }),
      ...(developer === undefined ? {} : { developer_mode: developer === 1 }),
    },
    evidence: [
      ...(lsa === undefined ? [] : ['RunAsPPL']),
      ...(uac === undefined ? [] : ['EnableLUA']),
      ...(developer === undefined ? [] : ['AllowDevelopmentWithoutDevLicense']),
    ],
  };
}

function deviceGuard(cim: CimAnswer | undefined): Part {
  const [guard] = cim?.tells('device_guard') ? cim.items('device_guard') : [];
  const vbs = guard?.number('vbs');
  const running = guard?.list('running');
  if (vbs === undefined || !running) return { value: {}, evidence: ['Win32_DeviceGuard: not told'] };
  return {
    value: {
      virtualization_security: vbs === VBS_RUNNING,
      code_integrity: running.includes(HVCI),
      credential_guard: running.includes(CREDENTIAL_GUARD),
    },
    evidence: ['Win32_DeviceGuard'],
  };
}
