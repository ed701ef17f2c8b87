/** Every maximum of the protocol, with its unit. proto/README.md prints them. */
export const LIMITS = {
  /** A frame on the wire. */
  maxFrameBytes: 64 * 1024,
  /** From the open socket to a valid Hello or Enrollment. */
  handshakeTimeoutMs: 10_000,
  /** Sustained, per session; bursts of ten times as many are fine. */
  maxMessagesPerSecond: 5,
  /** Reports sent and not yet acknowledged; at the limit the collector stops reading the socket. */
  maxUnackedReports: 8,
  /** Reports of one History frame: what its verification may cost at once. */
  maxHistoryReports: 128,
  /** Answers that the peer doesn't read, beyond what the systems between buffer; at the limit it is closed. */
  maxUnreadBytes: 256 * 1024,
  /** Between two looks whether an agent lives; the collector pings who said nothing since, and closes who says nothing for one more. */
  pingIntervalMs: 30_000,
  /** Signals of one report. */
  maxSignals: 64,
  /** How long a session has to show that it is alive when another opens from a different boot of the device. */
  aliveProofMs: 5000,
} as const;

/** WebSocket subprotocol (RFC 6455 §1.9): the wire version. */
export const SUBPROTOCOL = 'assay.v1';

/** Path of the agents' WebSocket endpoint. */
export const AGENT_PATH = '/agent';

/** Path of the agents' update repository, by The Update Framework; trusted only as far as it is signed. */
export const UPDATES_PATH = '/updates/';

/** Path of the collector's CA certificate, PEM; trusted only when it matches the join string's pin. */
export const CA_PATH = '/ca.pem';
