import { hostname, totalmem } from 'node:os';
import { type Hardware, ok } from '@assay/shared';
import { type RegistryKey, readKey } from '../../system/windows/registry.ts';
import { UntoldError } from '../../system/windows/untold.ts';
import type { CimItem } from '../cim/answer.ts';
import { CIM_DEADLINE_MS, type CimBatch } from '../cim/cim-batch.ts';
import type { Probe, ProbeContext } from '../probe.ts';
import { toMachineId } from './machine-id.ts';
import { isPlaceholder, toHardwareUuid } from './placeholder.ts';
import { isMadeVirtual } from './virtual.ts';

const BIOS = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS';
const CRYPTOGRAPHY = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';

/** Which machine this is: maker and model from the registry, serial number and UUID, which it lacks, from CIM. */
export const createHardwareOnWindows = (cim: CimBatch): Probe<'hardware'> => ({
  signal: 'hardware',
  watch: [],
  everyMs: 900_000,
  deadlineMs: CIM_DEADLINE_MS + 15_000,
  observe: async (context) => ok(await readHardware(context, cim)),
});

/** A field that is missing has its reason among the problems. */
async function readHardware(context: ProbeContext, cim: CimBatch): Promise<Hardware> {
  const problems: string[] = [];
  const orSay = async <T>(fields: string, reading: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await reading();
    } catch (error) {
      if (!(error instanceof UntoldError)) throw error;
      problems.push(`${fields}: ${error.message}`);
      return undefined;
    }
  };
  const bios = await orSay('vendor, model, firmware', () => readKey(context.exec, BIOS));
  const board = await orSay('serial, uuid', async () => (await cim.read(context)).items('hardware')[0]);
  const installation = await orSay('machine_id', () => readKey(context.exec, CRYPTOGRAPHY));
  const serial = real(board?.text('serial'));
  const uuid = toHardwareUuid(board?.text('uuid') ?? '');
  if (board && !serial) problems.push('serial: placeholder');
  if (board && !uuid) problems.push('uuid: placeholder');
  const vendor = real(bios?.text('SystemManufacturer'));
  const model = toModel(bios, board, vendor);
  const firmware = real(bios?.text('BIOSVersion'));
  const machineId = toMachineId(installation?.text('MachineGuid')?.replaceAll('-', '') ?? '');
  if (installation && !machineId) problems.push('machine_id: not an id');
  // Windows' own protections run it under a hypervisor too: only the maker tells a guest.
  const virtual = isMadeVirtual([vendor, model, firmware]);
  if (virtual === undefined) problems.push('virtual: no maker tells');
  const memory = totalmem();
  return {
    hostname: hostname(),
    ...(serial ? { serial } : {}),
    ...(uuid ? { uuid } : {}),
    ...(vendor ? { vendor } : {}),
    ...(model ? { model } : {}),
    ...(firmware ? { firmware } : {}),
    ...(machineId ? { machine_id: machineId } : {}),
    ...(virtual === undefined ? {} : { virtual }),
    // Zero is how libuv says that it could not be told.
    ...(memory > 0 ? { memory_bytes: memory } : {}),
    problems,
  };
}

const real = (text: string | undefined) => (text && !isPlaceholder(text) ? text : undefined);

/** Lenovo's product name is a machine type; the name on the lid is its version. */
function toModel(bios: RegistryKey | undefined, board: CimItem | undefined, vendor: string | undefined) {
  const product = real(bios?.text('SystemProductName'));
  const version = real(bios?.text('SystemVersion') ?? board?.text('version'));
  return vendor?.toLowerCase() === 'lenovo' && product && version ? `${version} (${product})` : product;
}
