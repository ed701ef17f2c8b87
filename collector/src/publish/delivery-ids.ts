import { v7 as uuidv7 } from 'uuid';

/**
 * Ids of deliveries, each greater than those before, and than all that wait: after a restart the outbox is read in their order,
 * and a device's verdicts must come in the order in which they were made, also where the clock was set back.
 * @param after the greatest id that waits; null: none does
 * @param now milliseconds since 1970 UTC
 */
export function createDeliveryIds(after: string | null, now: () => number = Date.now): () => string {
  let msecs = after === null ? 0 : millisecondsOf(after) + 1;
  let seq = 0;
  return () => {
    const present = now();
    seq = present > msecs ? 0 : seq + 1;
    msecs = Math.max(present, msecs);
    return uuidv7({ msecs, seq });
  };
}

/** RFC 9562, section 5.7: the first 48 bits. */
const millisecondsOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
