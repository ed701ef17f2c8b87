import { createHash } from 'node:crypto';

const SALT = 'assay hardware identity v1';

/**
 * The OS installation's id as it may leave the machine: machine-id(5) asks that the id itself stays secret and that
 * each application derives its own.
 * @returns SHA-256, hex; undefined when the text is not an id
 */
export function toMachineId(text: string): string | undefined {
  const id = text.trim().toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(id) || /^0+$/.test(id)) return undefined;
  return createHash('sha256').update(`${SALT}\0${id}`).digest('hex');
}
