import type { Logger } from 'pino';

/**
 * Keeps what only people read. A disk that is full must not keep the device from reporting: it is said once, until
 * writing works again.
 */
export function createKeeper(log: Logger): (write: () => void) => void {
  let failing = false;
  return (write) => {
    try {
      write();
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ detail: (error as Error).message }, 'cannot keep what `status` shows');
      failing = true;
    }
  };
}
