import { AssayError } from './errors.ts';

// What every signed statement's fields are held against, before anything is made of them.

const NONCE_BYTES = 32;
export const DIGEST_BYTES = 32;

export function decodeMessage<T>(
  what: string,
  type: { decode(bytes: Uint8Array): T },
  payload: Uint8Array,
): T {
  try {
    return type.decode(payload);
  } catch (cause) {
    throw new AssayError('frame_malformed', `the signed ${what} is not the protobuf message it should be`, {
      cause,
    });
  }
}

export function text(field: string, value: string, maxLength: number): string {
  if (value.length === 0 || value.length > maxLength) throw malformed(field, `1 to ${maxLength} characters`);
  return value;
}

export function bytes(field: string, value: Uint8Array, length: number): Uint8Array {
  if (value.length !== length) throw malformed(field, `${length} bytes`);
  return value;
}

export const nonce = (field: string, value: Uint8Array): Uint8Array => bytes(field, value, NONCE_BYTES);

export const malformed = (field: string, expected: string) =>
  new AssayError('frame_malformed', `${field}: expected ${expected}`);
