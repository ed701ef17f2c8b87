import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import { parseOsRelease } from '../os/os-release.ts';

/** Somebody in front of this machine's screen. */
export interface DesktopSession {
  uid: number;
  /** Its desktop by its own name, lower case; empty when it gave none. */
  desktop: string;
}

const SESSIONS = '/run/systemd/sessions';

/**
 * Graphical sessions at this machine's own screens, as logind notes them (sd-login's own source: one file each, shell
 * assignments). The greeter's and remote ones are left out.
 * @returns undefined where logind is not at work: then nobody knows
 */
export async function readDesktopSessions(files: Files): Promise<DesktopSession[] | undefined> {
  const names = await ifThere(files.list(SESSIONS));
  if (!names) return undefined;
  const sessions: DesktopSession[] = [];
  // Beside each session's file there is a pipe named after it.
  for (const name of names.filter((entry) => /^[a-z]?\d+$/.test(entry))) {
    const text = await ifThere(files.readText(`${SESSIONS}/${name}`));
    const session = parseOsRelease(text ?? '');
    const isGraphical = /^(wayland|x11|mir)$/.test(session.get('TYPE') ?? '');
    const uid = Number(session.get('UID') ?? Number.NaN);
    if (!isGraphical || session.get('CLASS') !== 'user' || session.get('REMOTE') === '1') continue;
    if (session.get('STATE') === 'closing' || !Number.isInteger(uid)) continue;
    sessions.push({ uid, desktop: (session.get('DESKTOP') ?? '').toLowerCase() });
  }
  return sessions;
}
