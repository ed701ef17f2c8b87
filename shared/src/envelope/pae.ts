import { LIMITS } from '../limits.ts';

/** What each kind of statement is signed as; see proto/assay/v1/envelope.proto. */
const PAYLOAD_TYPES = {
  enrollment: 'application/vnd.assay.v1.enrollment+protobuf',
  hello: 'application/vnd.assay.v1.hello+protobuf',
  report: 'application/vnd.assay.v1.report+protobuf',
  rotation: 'application/vnd.assay.v1.rotation+protobuf',
  'rotation-proof': 'application/vnd.assay.v1.rotation-proof+protobuf',
  unenrollment: 'application/vnd.assay.v1.unenrollment+protobuf',
} as const;
export type PayloadKind = keyof typeof PAYLOAD_TYPES;

/**
 * The bytes that are signed: DSSE pre-authentication encoding, `"DSSEv1" SP LEN(type) SP type SP LEN(payload) SP
 * payload`. Source: secure-systems-lab/dsse, protocol.md.
 */
export function preAuthEncode(kind: PayloadKind, payload: Uint8Array): Buffer {
  const head = headOf(kind, payload);
  const bytes = Buffer.allocUnsafe(head.length + payload.length);
  return fill(bytes, head, payload);
}

const HEAD_BYTES = 128;
const scratch = Buffer.alloc(HEAD_BYTES + LIMITS.maxFrameBytes);

/** The same for whoever is done with it before the next call, which writes over it: nothing is allocated. */
export function preAuthView(kind: PayloadKind, payload: Uint8Array): Buffer {
  const head = headOf(kind, payload);
  const length = head.length + payload.length;
  return length > scratch.length
    ? preAuthEncode(kind, payload)
    : fill(scratch.subarray(0, length), head, payload);
}

function headOf(kind: PayloadKind, payload: Uint8Array): string {
  const type = PAYLOAD_TYPES[kind];
  return `DSSEv1 ${type.length} ${type} ${payload.length} `;
}

function fill(bytes: Buffer, head: string, payload: Uint8Array): Buffer {
  bytes.write(head, 'latin1');
  bytes.set(payload, head.length);
  return bytes;
}
