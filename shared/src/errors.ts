/** One row of the catalogue. */
export interface ErrorEntry {
  /** What was wrong, in one sentence, for documents. */
  meaning: string;
  /** Status of the HTTP API's answer; null where it cannot come up there. */
  http: number | null;
  /** WebSocket close code; null where it cannot come up there. */
  close: number | null;
  /** Whether trying again unchanged can help. */
  retry: boolean;
}

/**
 * Every error that leaves a process: stable code → what it means and how it travels. Close codes below 4000
 * are RFC 6455's own; 4000-4999 are ours (RFC 6455 §7.4.2). proto/README.md prints the close codes.
 */
export const ERRORS = {
  // the session
  frame_too_large: { meaning: 'a frame exceeds the size limit', http: null, close: 1009, retry: false },
  frame_not_binary: {
    meaning: 'a text frame was sent where only binary ones are allowed',
    http: null,
    close: 1003,
    retry: false,
  },
  frame_malformed: {
    meaning: 'a frame is not the protobuf message it should be, or a field is out of range',
    http: null,
    close: 4400,
    retry: false,
  },
  frame_unexpected: {
    meaning: 'a message type is unknown or not allowed at this point of the session',
    http: null,
    close: 4401,
    retry: false,
  },
  handshake_timeout: {
    meaning: 'no valid first message arrived in time',
    http: null,
    close: 4408,
    retry: true,
  },
  rate_exceeded: { meaning: 'more messages a second than allowed', http: null, close: 4429, retry: true },
  reader_too_slow: {
    meaning: 'the peer left too many answers unread',
    http: null,
    close: 4409,
    retry: true,
  },
  superseded: { meaning: 'the same device opened a newer session', http: null, close: 4440, retry: false },
  draining: { meaning: 'the collector is shutting down', http: 503, close: 1012, retry: true },
  store_unavailable: {
    meaning: 'what arrived could not be stored, so it was not accepted',
    http: 503,
    close: 1013,
    retry: true,
  },
  internal: {
    meaning: 'a defect of the collector; its log has the cause',
    http: 500,
    close: 1011,
    retry: true,
  },
  // evidence
  challenge_mismatch: {
    meaning: "the nonce or collector id is not of this connection's challenge",
    http: null,
    close: 4410,
    retry: false,
  },
  signature_invalid: { meaning: 'the signature does not verify', http: null, close: 4411, retry: false },
  key_unsupported: {
    meaning: 'the key is neither ECDSA P-256 nor Ed25519',
    http: null,
    close: 4412,
    retry: false,
  },
  device_unknown: {
    meaning: 'this device or its key was never enrolled here',
    http: null,
    close: 4404,
    retry: false,
  },
  device_revoked: { meaning: 'an administrator revoked this device', http: 409, close: 4403, retry: false },
  device_unenrolled: {
    meaning: 'this device was un-enrolled by its own agent',
    http: 409,
    close: 4405,
    retry: false,
  },
  key_retired: {
    meaning:
      'the key was replaced by a newer one of the same device; whoever still uses it runs on an old copy',
    http: null,
    close: 4413,
    retry: false,
  },
  report_number_repeated: {
    meaning: 'the report number is not greater than the last one accepted',
    http: null,
    close: 4430,
    retry: false,
  },
  report_mismatch: {
    meaning: 'the report names another device than the session',
    http: null,
    close: 4431,
    retry: false,
  },
  unchanged_mismatch: {
    meaning: 'Unchanged does not name the last signed report by number and digest',
    http: null,
    close: 4432,
    retry: true,
  },
  // enrollment
  token_unknown: { meaning: 'the enrollment token is not known', http: null, close: 4420, retry: false },
  token_expired: { meaning: 'the enrollment token has expired', http: null, close: 4421, retry: false },
  token_used_up: {
    meaning: 'the enrollment token has been used as often as it may be',
    http: null,
    close: 4422,
    retry: false,
  },
  key_already_enrolled: {
    meaning: 'this key belongs, or once belonged, to a device',
    http: null,
    close: 4423,
    retry: false,
  },
  // the agent's own
  join_string_invalid: {
    meaning: 'the join string is not one, or is damaged',
    http: null,
    close: null,
    retry: false,
  },
  ca_pin_mismatch: {
    meaning: "the collector's CA is not the one the join string pins",
    http: null,
    close: null,
    retry: false,
  },
  collector_unreachable: { meaning: 'no connection to the collector', http: null, close: null, retry: true },
  proxy_failed: {
    meaning: 'the HTTP proxy on the way to the collector is unusable or refuses',
    http: null,
    close: null,
    retry: true,
  },
  certificate_untrusted: {
    meaning: "what answers at the collector's address has a certificate that this agent doesn't trust",
    http: null,
    close: null,
    retry: true,
  },
  not_enrolled: { meaning: 'this agent has no device id yet', http: null, close: null, retry: false },
  already_enrolled: { meaning: 'this agent is enrolled already', http: null, close: null, retry: false },
  agent_running: {
    meaning: 'another agent runs on the same state directory',
    http: null,
    close: null,
    retry: false,
  },
  service_failed: {
    meaning: "the platform's service manager could not do what was asked",
    http: null,
    close: null,
    retry: false,
  },
  state_unsafe: {
    meaning: "the agent's key or state can be read or written by others",
    http: null,
    close: null,
    retry: false,
  },
  state_unreadable: {
    meaning: "the agent's state is missing a part or damaged",
    http: null,
    close: null,
    retry: false,
  },
  state_unwritable: {
    meaning: "the agent's state cannot be written, for instance because the disk is full",
    http: null,
    close: null,
    retry: true,
  },
  update_refused: {
    meaning: 'an update, or the repository it comes from, is not as it was signed, or does not start here',
    http: null,
    close: null,
    retry: true,
  },
  // the collector's own
  data_dir_unusable: {
    meaning: 'the data directory cannot be written',
    http: null,
    close: null,
    retry: false,
  },
  data_dir_in_use: {
    meaning: 'another collector runs on the data directory',
    http: null,
    close: null,
    retry: false,
  },
  database_corrupt: { meaning: 'the database file is damaged', http: null, close: null, retry: false },
  database_newer: {
    meaning: 'the database was written by a newer version',
    http: null,
    close: null,
    retry: false,
  },
  backup_invalid: {
    meaning: 'the file is no backup, is damaged, or cannot be opened with what was given',
    http: null,
    close: null,
    retry: false,
  },
  restore_refused: {
    meaning: 'a backup is restored into an empty data directory only',
    http: null,
    close: null,
    retry: false,
  },
  config_invalid: {
    meaning: 'the configuration file has errors',
    http: null,
    close: null,
    retry: false,
  },
  certificate_unusable: {
    meaning: 'the TLS certificate, its key or its CA cannot be used',
    http: null,
    close: null,
    retry: false,
  },
  signing_key_unusable: {
    meaning: 'a key that the collector signs events with is damaged, or open to others',
    http: null,
    close: null,
    retry: false,
  },
  vendor_keys_unusable: {
    meaning: "the file with a vendor's public keys cannot be used",
    http: null,
    close: null,
    retry: false,
  },
  address_unusable: {
    meaning: 'the address or port to listen on is not this machine’s to take',
    http: null,
    close: null,
    retry: false,
  },
  port_taken: { meaning: 'another process listens on the port', http: null, close: null, retry: false },
  proxy_socket_unusable: {
    meaning: 'the Unix socket for a proxy cannot be listened on',
    http: null,
    close: null,
    retry: false,
  },
  policy_invalid: { meaning: 'the policy document has errors', http: 422, close: null, retry: false },
  exemption_refused: {
    meaning: 'the policy does not allow this exemption',
    http: 422,
    close: null,
    retry: false,
  },
  second_person_required: {
    meaning: 'another person than the one who asked has to approve it',
    http: 403,
    close: null,
    retry: false,
  },
  audit_broken: {
    meaning: 'the audit log was changed after it was written',
    http: null,
    close: null,
    retry: false,
  },
  // the HTTP API
  blast_radius_exceeded: {
    meaning: 'bringing the policy into force would make more devices untrusted than allowed',
    http: 409,
    close: null,
    retry: false,
  },
  policy_changed_meanwhile: {
    meaning: 'another policy came into force since this one was planned',
    http: 409,
    close: null,
    retry: false,
  },
  rollout_running: {
    meaning: 'a policy is on its way into force already',
    http: 409,
    close: null,
    retry: false,
  },
  replay_impossible: {
    meaning: 'not all that a past verdict was made from is stored, and as it was signed',
    http: 409,
    close: null,
    retry: false,
  },
  unauthorized: { meaning: 'no valid API token or sign-in', http: 401, close: null, retry: false },
  sign_in_code_invalid: {
    meaning: 'the one-time sign-in code is unknown, used or expired',
    http: 401,
    close: null,
    retry: false,
  },
  invalid_request: { meaning: 'the request does not fit the schema', http: 400, close: null, retry: false },
  not_found: { meaning: 'no such thing', http: 404, close: null, retry: false },
  too_many_requests: {
    meaning: 'too many requests; wait as Retry-After says',
    http: 429,
    close: null,
    retry: true,
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a stable code. `message` says what was expected, what was got and what to do; no secrets. */
export class AssayError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AssayError';
    this.code = code;
  }
}

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);
