import { hostname, totalmem } from 'node:os';
import { ok } from '@assay/shared';
import type { Exec } from '../../system/exec.ts';
import { type PlistDict, parsePlist } from '../../system/plist.ts';
import { asDict, asList, textAt } from '../../system/plist-fields.ts';
import type { Probe } from '../probe.ts';
import { isPlaceholder, toHardwareUuid } from './placeholder.ts';

const VIRTUAL_MODEL = /^(VirtualMac|VMware|Parallels)/i;

/** Which Mac this is, by the registry of its own hardware. A field that is missing has its reason among the problems. */
export const hardwareOnMacos: Probe<'hardware'> = {
  signal: 'hardware',
  watch: ['/Library/Preferences/SystemConfiguration/preferences.plist'],
  everyMs: 24 * 3_600_000,
  deadlineMs: 25_000,
  async observe({ exec }) {
    const registry = await readRegistry(exec);
    const problems: string[] = [];
    const must = (name: string, value: string | undefined) => {
      if (value === undefined) problems.push(`${name}: ${registry.problem ?? 'placeholder or missing'}`);
      return value;
    };
    const text = (key: string) => readableAt(registry.expert, key);
    const serial = must('serial', text('IOPlatformSerialNumber'));
    const uuid = must('uuid', toHardwareUuid(text('IOPlatformUUID') ?? ''));
    const model = must('model', text('model'));
    const vendor = text('manufacturer');
    const firmware = await readFirmware(exec);
    return ok({
      hostname: hostname(),
      ...(serial ? { serial } : {}),
      ...(uuid ? { uuid } : {}),
      ...(vendor ? { vendor } : {}),
      ...(model ? { model } : {}),
      ...(firmware ? { firmware } : {}),
      virtual: VIRTUAL_MODEL.test(model ?? ''),
      memory_bytes: totalmem(),
      problems,
    });
  },
};

interface Registry {
  expert: PlistDict;
  problem?: string;
}

async function readRegistry(exec: Exec): Promise<Registry> {
  const answer = await exec.run('ioreg', ['-a', '-rd1', '-c', 'IOPlatformExpertDevice']);
  if (answer.status !== 'ok') return { expert: asDict(undefined), problem: `ioreg: ${answer.status}` };
  const expert = asDict(asList(parsePlist(answer.stdout))[0]);
  return expert.size > 0 ? { expert } : { expert, problem: 'the answer of ioreg is not understood' };
}

/** Some are texts, some are bytes that end in a zero. */
function readableAt(dict: PlistDict, key: string): string | undefined {
  const value = dict.get(key);
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : textAt(dict, key);
  const clean = text?.replaceAll('\0', '').trim() ?? '';
  return clean === '' || isPlaceholder(clean) || clean.length > 128 ? undefined : clean;
}

async function readFirmware(exec: Exec): Promise<string | undefined> {
  const answer = await exec.run('system_profiler', ['-json', 'SPHardwareDataType'], { deadlineMs: 15_000 });
  if (answer.status !== 'ok') return undefined;
  return /"boot_rom_version"\s*:\s*"([\w.() -]{1,64})"/.exec(answer.stdout)?.[1];
}
