import { type Hardware, ok } from '@assay/shared';
import { FileError, fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { toMachineId } from './machine-id.ts';
import { isPlaceholder, toHardwareUuid } from './placeholder.ts';
import { isVirtual } from './virtual.ts';

const DMI = '/sys/class/dmi/id';
const DEVICE_TREE = '/sys/firmware/devicetree/base';

/** Which machine this is, by what its maker and its installation wrote down. */
export const hardwareOnLinux: Probe<'hardware'> = {
  signal: 'hardware',
  watch: ['/etc/hostname', '/etc/machine-id'],
  everyMs: 900_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      return ok(await readHardware(files));
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

/** A field that is missing has its reason among the problems. */
async function readHardware(files: Files): Promise<Hardware> {
  const problems: string[] = [];
  const field = async <T>(name: string, path: string, accept: (text: string) => T | undefined) => {
    const text = await readOrSay(files, path);
    const value = text.problem === undefined ? accept(text.value) : undefined;
    if (value === undefined) problems.push(`${name}: ${text.problem ?? 'placeholder'}`);
    return value;
  };
  const vendor = await ifReadable(readWord(files, `${DMI}/sys_vendor`));
  const product = await ifReadable(readWord(files, `${DMI}/product_name`));
  const version = await ifReadable(readWord(files, `${DMI}/product_version`));
  const boardModel = await ifReadable(readWord(files, `${DEVICE_TREE}/model`));
  const firmware = await ifReadable(readWord(files, `${DMI}/bios_version`));
  const hasDmi = await files.exists(DMI);
  const serialPath = hasDmi ? `${DMI}/product_serial` : `${DEVICE_TREE}/serial-number`;
  const serial = await field('serial', serialPath, (text) => (isPlaceholder(text) ? undefined : text));
  const uuid = await field('uuid', `${DMI}/product_uuid`, toHardwareUuid);
  const machineId = await field('machine_id', '/etc/machine-id', toMachineId);
  const memory = await field('memory_bytes', '/proc/meminfo', parseMemory);
  const hostname = await readHostname(files);
  if (!hostname) problems.push('hostname: not set');
  const model = toModel({ vendor, product, version }) ?? boardModel;
  const virtual = await isVirtual(files, [vendor, product, firmware, boardModel]);
  if (virtual === undefined) problems.push('virtual: neither maker nor processor tells');
  return {
    ...(hostname ? { hostname } : {}),
    ...(serial ? { serial } : {}),
    ...(uuid ? { uuid } : {}),
    ...(vendor ? { vendor } : {}),
    ...(model ? { model } : {}),
    ...(firmware ? { firmware } : {}),
    ...(machineId ? { machine_id: machineId } : {}),
    ...(virtual === undefined ? {} : { virtual }),
    ...(memory ? { memory_bytes: memory } : {}),
    problems,
  };
}

interface ModelFields {
  vendor: string | undefined;
  product: string | undefined;
  version: string | undefined;
}

/** Lenovo's product name is a machine type; the name on the lid is its version. */
function toModel({ vendor, product, version }: ModelFields): string | undefined {
  const isLenovo = vendor?.toLowerCase() === 'lenovo';
  return isLenovo && version && product ? `${version} (${product})` : product;
}

/** Total memory of meminfo(5), in bytes. */
function parseMemory(text: string): number | undefined {
  const kib = /^MemTotal:\s+(\d+) kB$/m.exec(text)?.[1];
  return kib === undefined ? undefined : Number(kib) * 1024;
}

async function readHostname(files: Files): Promise<string | undefined> {
  const running = await ifReadable(readWord(files, '/proc/sys/kernel/hostname'));
  return running ?? ifReadable(readWord(files, '/etc/hostname'));
}

/** Device tree texts end in a zero byte. */
const clean = (text: string) => text.replaceAll('\0', '').trim();

/** @returns undefined for a placeholder */
async function readWord(files: Files, path: string): Promise<string | undefined> {
  const text = clean(await files.readText(path, 4096));
  return isPlaceholder(text) ? undefined : text;
}

type Read = { value: string; problem?: undefined } | { problem: string };

async function readOrSay(files: Files, path: string): Promise<Read> {
  try {
    return { value: clean(await files.readText(path)) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.problem === 'denied') return { problem: 'not readable without root' };
    return { problem: error.problem === 'missing' ? `no ${path}` : error.problem.replaceAll('_', ' ') };
  }
}
