import type { Tree } from './write-tree.ts';

const GLOBAL = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const SHIM = '605dab50-e046-4300-abb6-3dd810dd8b23';

/** As efivarfs shows it: four bytes of attributes, then the value. */
const variable = (value: number): Uint8Array => Uint8Array.of(6, 0, 0, 0, value);

export const secureBoot = (on: boolean): Tree => ({
  [`/sys/firmware/efi/efivars/SecureBoot-${GLOBAL}`]: variable(on ? 1 : 0),
});

/** A business laptop: DMI tables, EFI firmware, a TPM 2.0. */
export const hardware = (serial: string, uuid: string): Tree => ({
  '/sys/class/dmi/id/sys_vendor': 'LENOVO\n',
  '/sys/class/dmi/id/product_name': '21HD0075GE\n',
  '/sys/class/dmi/id/product_version': 'ThinkPad T14 Gen 4\n',
  '/sys/class/dmi/id/product_family': 'ThinkPad T14 Gen 4\n',
  '/sys/class/dmi/id/product_serial': { text: `${serial}\n`, mode: 0o400 },
  '/sys/class/dmi/id/product_uuid': { text: `${uuid}\n`, mode: 0o400 },
  '/sys/class/dmi/id/board_serial': { text: `L1HF${serial}\n`, mode: 0o400 },
  '/sys/class/dmi/id/chassis_type': '10\n',
  '/sys/class/dmi/id/chassis_vendor': 'LENOVO\n',
  '/sys/class/dmi/id/bios_vendor': 'LENOVO\n',
  '/sys/class/dmi/id/bios_version': 'N3QET47W (1.47 )\n',
  '/sys/class/dmi/id/bios_date': '07/22/2025\n',
  '/sys/class/tpm/tpm0/tpm_version_major': '2\n',
  '/dev/tpmrm0': '',
  '/sys/class/net/lo': 'directory',
  '/sys/firmware/efi/fw_platform_size': '64\n',
  [`/sys/firmware/efi/efivars/SetupMode-${GLOBAL}`]: variable(0),
  [`/sys/firmware/efi/efivars/MokSBStateRT-${SHIM}`]: variable(0),
});
