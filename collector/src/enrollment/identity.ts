import type { Hardware } from '@assay/shared';
import type { Identity } from '../store/store.ts';

/** The part of the hardware signal that names a device. */
export const identityOf = (hardware: Hardware): Identity => ({
  hostname: hardware.hostname,
  serial: hardware.serial ?? null,
  uuid: hardware.uuid ?? null,
  vendor: hardware.vendor ?? null,
  model: hardware.model ?? null,
  virtual: hardware.virtual,
});
