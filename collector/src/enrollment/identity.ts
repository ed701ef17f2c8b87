import { type Hardware, isPlaceholder, toHardwareUuid } from '@assay/shared';
import type { Identity } from '../store/devices.ts';

/**
 * The part of the hardware signal that names a device. An agent leaves out what names no particular machine; that
 * can't be relied upon, for a placeholder that got in would make strangers one machine.
 */
export const identityOf = (hardware: Hardware): Identity => ({
  hostname: oneLine(hardware.hostname) ?? '',
  serial:
    hardware.serial === undefined || isPlaceholder(hardware.serial) ? null : short(hardware.serial.trim()),
  uuid: toHardwareUuid(hardware.uuid ?? '') ?? null,
  vendor: oneLine(hardware.vendor) ?? null,
  model: oneLine(hardware.model) ?? null,
  virtual: hardware.virtual ?? null,
});

/**
 * No machine has a longer name. They are in everything that targets are told of a device, and one that could make that longer
 * than a receiver takes would keep its own revocation from being told.
 */
const MAX_CHARACTERS = 255;

const short = (text: string): string => text.slice(0, MAX_CHARACTERS).toWellFormed();

/** Lists and messages are lines, and a name is a part of one. */
const oneLine = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : short(text.replace(/[\p{Cc}\s]+/gu, ' ').trim());

/**
 * Who a device's report says it is; null where that is known already. A report that does not tell what names the machine takes
 * nothing back: a disk that is moved to another one by way of it would go unnoticed.
 */
export function newIdentity(known: Identity, hardware: Hardware): Identity | null {
  const told = identityOf(hardware);
  const identity = { ...told, serial: told.serial ?? known.serial, uuid: told.uuid ?? known.uuid };
  const fields = Object.keys(identity) as (keyof Identity)[];
  return fields.every((field) => identity[field] === known[field]) ? null : identity;
}
