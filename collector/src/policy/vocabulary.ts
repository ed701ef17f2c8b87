import type { SignalName, SignalValues } from '@assay/shared';
import type { OsSupport } from '../reference-values/os-support.ts';
import {
  type DeviceFacts,
  isMessage,
  type JudgedEdr,
  MESSAGES,
  type MessageName,
  type NameOf,
} from './messages.ts';

/** Everything a condition may name: every signal, the device, and what is derived from signals. */
export type Variables = Omit<SignalValues, 'edr'> & {
  edr: JudgedEdr;
  device: DeviceFacts;
  os_support: OsSupport;
};
export type VariableName = keyof Variables;

/** The message type of each variable. */
export const VARIABLES: { readonly [V in VariableName]: NameOf<Variables[V]> } = {
  device: 'Device',
  os_support: 'OsSupport',
  os: 'Os',
  updates: 'Updates',
  reboot_pending: 'RebootPending',
  disk_encryption: 'DiskEncryption',
  edr: 'Edr',
  firewall: 'Firewall',
  screen_lock: 'ScreenLock',
  secure_boot: 'SecureBoot',
  tpm: 'Tpm',
  kernel_integrity: 'KernelIntegrity',
  remote_access: 'RemoteAccess',
  local_admins: 'LocalAdmins',
  mdm: 'Mdm',
  identity: 'Identity',
  hardware: 'Hardware',
  browsers: 'Browsers',
  agent: 'Agent',
};

/** The signal a variable's value comes from; null for what the collector itself knows. */
export function signalOf(variable: VariableName): SignalName | null {
  if (variable === 'device') return null;
  return variable === 'os_support' ? 'os' : variable;
}

export const isVariable = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name);

const fieldsOf = (message: MessageName): Record<string, string | Record<string, true>> => MESSAGES[message];

/** The CEL types of a message's fields. */
export const fieldTypes = (message: MessageName): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(message)).map(([name, type]) => [
      name,
      typeof type === 'string' ? type : 'string',
    ]),
  );

/** The CEL type of a field; null where the type has no such field. */
export const fieldType = (type: string, field: string): string | null =>
  (isMessage(type) ? fieldTypes(type)[field] : undefined) ?? null;

/** The values that a text field can have; null where it can have any. */
export function fieldValues(type: string, field: string): string[] | null {
  const values = isMessage(type) ? fieldsOf(type)[field] : undefined;
  return typeof values === 'object' ? Object.keys(values) : null;
}
