import { AssayError, type Hello, type Report } from '@assay/shared';

/** What this connection was asked. */
export interface AskedChallenge {
  nonce: Uint8Array;
  collectorId: string;
}

/**
 * Rule 1 (proto/README.md): a hello or an enrollment answers this connection's challenge, at this collector.
 * Stops replay of a recorded opening, and a relay by another collector.
 * @throws AssayError `challenge_mismatch`
 */
export function assertAnswersChallenge(
  statement: Pick<Hello, 'nonce' | 'collectorId'>,
  challenge: AskedChallenge,
): void {
  if (statement.collectorId !== challenge.collectorId) {
    throw new AssayError('challenge_mismatch', 'the statement was made for another collector');
  }
  assertNonce(statement.nonce, challenge);
}

/**
 * Rules 2 to 4 (proto/README.md), for a report within a session:
 * 2. it names the session's device: stops splicing one device's report into another's session;
 * 3. it carries this session's nonce: stops delay, for a report made before the challenge can't know it;
 * 4. its number is greater than the last accepted one: stops replay and rollback.
 * @throws AssayError `report_mismatch`, `challenge_mismatch` or `report_number_repeated`
 */
export function assertFresh(
  report: Pick<Report, 'deviceId' | 'nonce' | 'number'>,
  session: { deviceId: string; challenge: AskedChallenge; lastNumber: number },
): void {
  if (report.deviceId !== session.deviceId) {
    throw new AssayError('report_mismatch', 'the report names another device than the session');
  }
  assertNonce(report.nonce, session.challenge);
  if (report.number <= session.lastNumber) {
    throw new AssayError(
      'report_number_repeated',
      `expected a report number above ${session.lastNumber}, got ${report.number}`,
    );
  }
}

/**
 * Rule 5 (proto/README.md): `Unchanged` names the last accepted report by number and digest. Stops keeping a device
 * alive on evidence that the collector doesn't have.
 * @throws AssayError `unchanged_mismatch`
 */
export function assertUnchanged(
  claim: { reportNumber: number; digest: Uint8Array },
  last: { number: number; digest: Uint8Array | null },
): void {
  if (claim.reportNumber === last.number && last.digest && Buffer.from(claim.digest).equals(last.digest))
    return;
  throw new AssayError('unchanged_mismatch', `expected report ${last.number} and the digest of its payload`);
}

/**
 * Rules 9 to 11 (proto/README.md), for a report of the time offline:
 * 9. it names the session's device: stops splicing one device's past into another's;
 * 10. it does not carry this session's nonce: what is known to be of now is evidence, and can't be hidden in the past;
 * 11. a frame's numbers increase; one that is not greater than the newest stored must be that very report (which the
 *     store looks at): stops replay and rollback.
 * @throws AssayError `report_mismatch`, `challenge_mismatch` or `report_number_repeated`
 */
export function assertHistory(
  report: Report,
  session: { deviceId: string; challenge: AskedChallenge; previous: number },
): void {
  if (report.deviceId !== session.deviceId) {
    throw new AssayError('report_mismatch', 'the report names another device than the session');
  }
  if (Buffer.from(report.nonce).equals(session.challenge.nonce)) {
    throw new AssayError(
      'challenge_mismatch',
      "a report with this session's nonce is no history: send it as a report",
    );
  }
  if (report.number <= session.previous) {
    throw new AssayError(
      'report_number_repeated',
      `expected numbers of a history frame to increase, got ${report.number} after ${session.previous}`,
    );
  }
}

/**
 * When a report of the time offline was made, by the collector's clock. The agent's clock may be wrong by hours: what
 * counts is how long before the delivery it says it was, held between the report before and now.
 * @returns ms
 */
export function offlineTime(
  createdAt: number,
  { received, agentTime, after }: { received: number; agentTime: number; after: number },
): number {
  const age = Math.max(0, agentTime - createdAt);
  return Math.min(received, Math.max(after, received - age));
}

function assertNonce(nonce: Uint8Array, challenge: AskedChallenge): void {
  // The nonce is no secret; equality needs no constant time.
  if (!Buffer.from(nonce).equals(challenge.nonce)) {
    throw new AssayError('challenge_mismatch', "the nonce is not of this connection's challenge");
  }
}
