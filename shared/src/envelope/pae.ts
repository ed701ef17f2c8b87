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
  const type = PAYLOAD_TYPES[kind];
  const header = Buffer.from(`DSSEv1 ${type.length} ${type} ${payload.length} `, 'ascii');
  return Buffer.concat([header, payload]);
}
