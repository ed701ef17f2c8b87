import type { Server } from 'node:https';
import type { SecureVersion } from 'node:tls';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import { TICKETS, type TlsIdentity, type TlsInUse, ticketKeysOf } from './server-identity.ts';

const LOOK_EVERY_MS = 3_600_000;

/** Takes a renewed certificate into use without a restart; open connections keep the one they began with. */
export interface TlsReload {
  /** Looks now. False when nothing changed, or the new one can't be used and the old one stays. */
  look(): Promise<boolean>;
  stop(): void;
}

export interface TlsReloadOptions {
  tls: TlsInUse;
  /** As the server was made with: a new context forgets it. */
  minVersion: SecureVersion;
  load(): Promise<TlsIdentity>;
  /** Before the new one is in use. */
  onRenewed(next: TlsIdentity): void;
  log: Logger;
}

/** Looks every hour, and whenever the process gets SIGHUP. */
export function createTlsReload(
  server: Pick<Server, 'setSecureContext'>,
  { tls, minVersion, load, onRenewed, log }: TlsReloadOptions,
): TlsReload {
  async function look(): Promise<boolean> {
    try {
      const next = await load();
      if (isDeepStrictEqual(next, tls.current)) return false;
      onRenewed(next);
      const { cert, key } = next;
      const ticketKeys = ticketKeysOf({ cert, key });
      server.setSecureContext({ cert, key, minVersion, ...TICKETS, ticketKeys });
      tls.current = next;
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
