import { readFileSync } from 'node:fs';
import { invalid } from './manifest.ts';

/** How a backup is kept from others: encrypted in the age format, or by the file's permissions alone. */
export type Protection =
  | { kind: 'passphrase'; passphrase: string }
  | { kind: 'recipient'; recipient: string }
  | { kind: 'permissions' };

/** What opens a backup again. Nothing of it is needed for one that is not encrypted. */
export interface Secrets {
  passphrase: string | null;
  /** Secret key, `AGE-SECRET-KEY-1…`. */
  identity: string | null;
}

const AGE_MAGIC = 'age-encryption.org/v1';

/** Whether the file's first bytes are those of the age format. */
export const isEncrypted = (head: Uint8Array): boolean =>
  Buffer.from(head).toString('latin1').startsWith(AGE_MAGIC);

/** Encrypts by the age format, so that the `age` program opens it, too. @throws AssayError `backup_invalid` */
export async function protect(
  plain: ReadableStream<Uint8Array>,
  protection: Protection,
): Promise<ReadableStream<Uint8Array>> {
  if (protection.kind === 'permissions') return plain;
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  try {
    if (protection.kind === 'passphrase') encrypter.setPassphrase(protection.passphrase);
    else encrypter.addRecipient(protection.recipient);
  } catch (cause) {
    throw invalid(`the recipient is none: expected age1…: ${(cause as Error).message}`, cause);
  }
  return encrypter.encrypt(plain);
}

/** @throws AssayError `backup_invalid` when nothing, or the wrong thing, was given to open it */
export async function unprotect(
  cipher: ReadableStream<Uint8Array>,
  { passphrase, identity }: Secrets,
): Promise<ReadableStream<Uint8Array>> {
  if (passphrase === null && identity === null) {
    throw invalid('it is encrypted: give --passphrase-file or --identity-file');
  }
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    if (passphrase !== null) decrypter.addPassphrase(passphrase);
    if (identity !== null) decrypter.addIdentity(identity);
    return await decrypter.decrypt(cipher);
  } catch (cause) {
    throw invalid('the passphrase or identity does not open it', cause);
  }
}

/** First line of a file that is no comment: a passphrase, or a key as `age-keygen` writes it. */
export function readSecretFile(file: string): string {
  const text = readText(file);
  const line = text.split(/\r?\n/).find((candidate) => candidate !== '' && !candidate.startsWith('# '));
  if (line === undefined) throw invalid(`${file} holds no secret`);
  return line;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw invalid(`the secret in ${file} cannot be read (${(cause as Error).message})`, cause);
  }
}
