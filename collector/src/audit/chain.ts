import { createHash } from 'node:crypto';
import type { AuditEntry, AuditEvent } from '../store/audit.ts';

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/** Pure. The hash of an entry that follows another. */
export function chainHash(previous: string, id: number, event: AuditEvent): string {
  const { at, who, action, subject, detail, source, before = null, after = null } = event;
  // What version 0.1 wrote says nothing of a source, and its hashes stay what they were.
  const more = source === undefined ? [] : [source, before, after];
  // No store keeps half a character: the entry must read as it was hashed.
  const words = [who, action, subject, detail].map((word) => word.toWellFormed());
  const text = JSON.stringify([previous, id, at, ...words, ...more]);
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Pure. The id of the first entry that is not what was written, or is missing; null: the chain is whole. What was cut
 * off at its end shows only to whoever kept a later hash.
 */
export function brokenAt(entries: Iterable<AuditEntry>): number | null {
  let previous = GENESIS;
  let expected = 1;
  for (const { id, hash, ...event } of entries) {
    if (id !== expected || chainHash(previous, id, event) !== hash) return expected;
    previous = hash;
    expected += 1;
  }
  return null;
}
