/** As many messages are worked on in one go; sockets are read and answered in between. */
const TURN = 64;

/** What waits for its turn. */
interface Worker {
  workOff(): void;
}

let waiting: Worker[] = [];

/**
 * Calls back when the sockets that are readable now have been read. What came in by all of them is then worked on in one
 * go: verifying one signature after the other finds the processor's caches as it left them, and takes three quarters of
 * the time that each takes between reads and writes. But not more than `TURN`: what is worked on at once is in memory at
 * once, decoded and judged, and is copied by each collection of garbage until it is durable.
 */
export function afterReads(worker: Worker): void {
  if (waiting.push(worker) === 1) setImmediate(takeTurn);
}

function takeTurn(): void {
  const turn = waiting.length > TURN ? waiting.splice(0, TURN) : waiting;
  if (turn === waiting) waiting = [];
  else setImmediate(takeTurn);
  for (const worker of turn) worker.workOff();
}
