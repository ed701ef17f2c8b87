import type { Server } from 'node:https';
import type { SecureVersion } from 'node:tls';
import type { Logger } from 'pino';
import { TICKETS, type TlsIdentity, ticketKeysOf } from './server-identity.ts';

const LOOK_EVERY_MS = 3_600_000;

/** Takes a renewed certificate into use without a restart; open connections keep the one they began with. */
export interface TlsReload {
  /** Looks now. False when nothing changed, or the new one can't be used and the old one stays. */
  look(): Promise<boolean>;
  stop(): void;
}

/**
 * Looks every hour, and whenever the process gets SIGHUP.
 * @param minVersion as the server was made with: a new context forgets it
 */
export function createTlsReload(
  server: Pick<Server, 'setSecureContext'>,
  { current, minVersion }: { current: TlsIdentity; minVersion: SecureVersion },
  load: () => Promise<TlsIdentity>,
  log: Logger,
): TlsReload {
  let used = current.cert + current.key;

  async function look(): Promise<boolean> {
    try {
      const { cert, key } = await load();
      if (cert + key === used) return false;
      const ticketKeys = ticketKeysOf({ cert, key });
      server.setSecureContext({ cert, key, minVersion, ...TICKETS, ticketKeys });
      used = cert + key;
      log.info('a new TLS certificate is in use');
      return true;
    } catch (error) {
      log.error({ err: error }, 'the new TLS certificate cannot be used; the old one stays');
      return false;
    }
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  const onHangup = () => void look();
  process.on('SIGHUP', onHangup);
  return {
    look,
    stop() {
      clearInterval(timer);
      process.off('SIGHUP', onHangup);
    },
  };
}
