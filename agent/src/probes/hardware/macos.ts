import { hostname, totalmem } from 'node:os';
import { ok } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import type { Probe } from '../probe.ts';
import { readPlatformExpert } from './mac-expert.ts';
import { toHardwareUuid } from './placeholder.ts';

const VIRTUAL_MODEL = /^(VirtualMac|VMware|Parallels)/i;

/** Which Mac this is, by the registry of its own hardware. A field that is missing has its reason among the problems. */
export const hardwareOnMacos: Probe<'hardware'> = {
  signal: 'hardware',
  watch: ['/Library/Preferences/SystemConfiguration/preferences.plist'],
  everyMs: 24 * 3_600_000,
  deadlineMs: 25_000,
  async observe({ exec }) {
    const { text, problem } = await readPlatformExpert(exec);
    const problems: string[] = [];
    const must = (name: string, value: string | undefined) => {
      if (value === undefined) problems.push(`${name}: ${problem ?? 'placeholder or missing'}`);
      return value;
    };
    const serial = must('serial', text('IOPlatformSerialNumber'));
    const uuid = must('uuid', toHardwareUuid(text('IOPlatformUUID') ?? ''));
    const model = must('model', text('model'));
    const vendor = text('manufacturer');
    const firmware = await readFirmware(exec);
    const memory = totalmem();
    return ok({
      hostname: hostname(),
      ...(serial ? { serial } : {}),
      ...(uuid ? { uuid } : {}),
      ...(vendor ? { vendor } : {}),
      ...(model ? { model } : {}),
      ...(firmware ? { firmware } : {}),
      ...(model ? { virtual: VIRTUAL_MODEL.test(model) } : {}),
      // Zero is how libuv says that it could not be told.
      ...(memory > 0 ? { memory_bytes: memory } : {}),
      problems,
    });
  },
};

async function readFirmware(exec: Exec): Promise<string | undefined> {
  const answer = await exec.run('system_profiler', ['-json', 'SPHardwareDataType'], { deadlineMs: 15_000 });
  if (answer.status !== 'ok') return undefined;
  return /"boot_rom_version"\s*:\s*"([\w.() -]{1,64})"/.exec(answer.stdout)?.[1];
}
