import type { ErrorCode } from '@assay/shared';
import { PULSE_MS } from '../loop-watch.ts';

/**
 * Every limit of the collector's own, with its unit; those of the protocol are in shared/src/limits.ts. Together they
 * bound the memory that strangers and devices can make the collector use.
 */
export const ADMISSION = {
  /** Open connections: agents' sessions, the console's and the API's. */
  maxConnections: 100_000,
  /** Connections that are neither a session nor have made a request yet: in line, in TLS, before the hello. */
  maxPending: 4096,
  /** The same from one address (one /64 network of IPv6): an office comes back at once, one stranger fills nothing. */
  maxPendingPerAddress: 1024,
  /** Longest stay in line before TLS begins; agents give up after `LIMITS.handshakeTimeoutMs`. */
  maxLineMs: 8500,
  /** Connections let in a second: at first, at most, and however busy the collector is. */
  pace: { atStart: 100, most: 1000, least: 25 },
  /** An event loop that comes to its pulse later than this is busy: live agents are answered first; ms. */
  calmMs: 15,
  /** Messages of all sessions, read and not worked on yet; above it no socket is read. */
  maxWaitingBytes: 64 * 1024 * 1024,
} as const;

/** Why a connection is closed before it could say anything. */
export type TurnedAway = 'connections_full' | 'pending_full' | 'pending_address_full' | 'line_too_long';

export interface DoorLoad {
  connections: number;
  pending: number;
  pendingFromAddress: number;
}

type DoorLimits = Pick<typeof ADMISSION, 'maxConnections' | 'maxPending' | 'maxPendingPerAddress'>;

/** Whether one more connection from an address may be kept; null: it may. */
export function admit(load: DoorLoad, limits: { [K in keyof DoorLimits]: number }): TurnedAway | null {
  if (load.connections >= limits.maxConnections) return 'connections_full';
  if (load.pendingFromAddress >= limits.maxPendingPerAddress) return 'pending_address_full';
  if (load.pending >= limits.maxPending) return 'pending_full';
  return null;
}

/** What a pulse in time adds to the pace, and what a pulse's time of lateness makes of it. */
const FASTER_BY = 8;
const SLOWER = 0.83;

/**
 * How many connections may be let in a second from now on. A TLS handshake costs as much as answering several reports, and
 * what the machine has left for it is not known beforehand: the pace rises evenly for as long as the event loop is in time,
 * and falls by a part of itself when it is late, so that it stays near what can be done instead of swinging about it
 * (additive increase, multiplicative decrease: RFC 5681, section 3.1). From least to most takes three seconds of calm, and
 * half a second without it takes it back.
 * @param lateMs how late the event loop came to this pulse
 */
export function nextPace(perSecond: number, lateMs: number): number {
  const { pace, calmMs } = ADMISSION;
  const next = lateMs > calmMs ? perSecond * SLOWER ** (lateMs / PULSE_MS) : perSecond + FASTER_BY;
  return Math.min(pace.most, Math.max(pace.least, next));
}

/** Shortest and longest time to stay away, seconds; a code that is not here leaves it to the agent's own back-off. */
const STAY_AWAY_S: { [C in ErrorCode]?: [least: number, most: number] } = {
  draining: [1, 10],
  store_unavailable: [5, 30],
  rate_exceeded: [10, 60],
  reader_too_slow: [10, 60],
  internal: [5, 30],
};

/**
 * What a refusal says in `retry_after_s`, spread out so that those who were refused together don't come back together.
 * @param random in [0, 1)
 */
export function retryAfterS(code: ErrorCode, random: number): number {
  const [least, most] = STAY_AWAY_S[code] ?? [0, 0];
  return least + Math.floor(random * (most - least + 1));
}
