import { hostname, totalmem } from 'node:os';
import { ok } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { ifReadable } from '../../system/file-error.ts';
import { asDict, textAt } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { readPlatformExpert } from './mac-expert.ts';
import { toHardwareUuid } from './placeholder.ts';

const NAMES = '/Library/Preferences/SystemConfiguration/preferences.plist';
const VIRTUAL_MODEL = /^(VirtualMac|VMware|Parallels)/i;

/** Which Mac this is, by the registry of its own hardware. A field that is missing has its reason among the problems. */
export const hardwareOnMacos: Probe<'hardware'> = {
  signal: 'hardware',
  watch: [NAMES],
  everyMs: 24 * 3_600_000,
  deadlineMs: 25_000,
  async observe(context) {
    const { exec } = context;
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
      hostname: await readName(context),
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

/** As its settings have it: a Mac that nobody gave a host name goes by what the network of the moment calls it. */
async function readName(context: ProbeContext): Promise<string> {
  const names = asDict(asDict(await ifReadable(readPlist(context, NAMES))).get('System'));
  const given = textAt(asDict(names.get('System')), 'HostName');
  const local = textAt(asDict(asDict(names.get('Network')).get('HostNames')), 'LocalHostName');
  return given ?? local ?? hostname();
}

async function readFirmware(exec: Exec): Promise<string | undefined> {
  const answer = await exec.run('system_profiler', ['-json', 'SPHardwareDataType'], { deadlineMs: 15_000 });
  if (answer.status !== 'ok') return undefined;
  return /"boot_rom_version"\s*:\s*"([\w.() -]{1,64})"/.exec(answer.stdout)?.[1];
}
