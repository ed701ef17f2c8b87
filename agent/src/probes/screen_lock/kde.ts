import { type Outcome, ok, type ScreenLock } from '@assay/shared';
import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

const FILE = 'kscreenlockerrc';
const DEFAULT_TIMEOUT_MIN = 5; // kscreenlocker's kscreensaversettingsbase.kcfg
const DEFAULT_GRACE_S = 5;
/** As KConfig reads a truth; everything else is one. */
const OFF = /^(?:false|no|off|0)\s*$/i;

interface KdeEntry {
  value: string;
  /** Marked `[$i]`: nobody may override it. */
  immutable: boolean;
}

/**
 * KDE's lock: the administrator's file, then the person's, where what is marked immutable stays. A missing file means
 * the defaults.
 * @throws FileError for one that may not be read
 */
export async function readKdeLock(files: Files, home: string): Promise<Outcome<ScreenLock>> {
  const system = parseKdeGroup((await ifThere(files.readText(`/etc/xdg/${FILE}`))) ?? '', 'Daemon');
  const own = parseKdeGroup((await ifThere(files.readText(`${home}/.config/${FILE}`))) ?? '', 'Daemon');
  const entry = (key: string) =>
    system.get(key)?.immutable ? system.get(key) : (own.get(key) ?? system.get(key));
  const autolock = entry('Autolock');
  const timeout = toNumber(entry('Timeout'), DEFAULT_TIMEOUT_MIN);
  return ok({
    enabled: !OFF.test(autolock?.value ?? '') && timeout > 0,
    idle_timeout_s: timeout * 60,
    lock_delay_s: toNumber(entry('LockGrace'), DEFAULT_GRACE_S),
    enforced: (autolock?.immutable ?? false) && (entry('Timeout')?.immutable ?? false),
    source: 'kde',
    evidence: [
      `kde: Autolock ${autolock?.value ?? 'true by default'}`,
      `kde: Timeout ${timeout} min${entry('Timeout') ? '' : ' by default'}`,
    ],
  });
}

/** Entries of one group of a KConfig file. */
function parseKdeGroup(text: string, group: string): Map<string, KdeEntry> {
  const entries = new Map<string, KdeEntry>();
  let current = '';
  let groupIsImmutable = false;
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    const [, name, mark] = /^\[([^\]]+)\](\[\$i\])?$/.exec(line) ?? [];
    if (name !== undefined) {
      current = name;
      groupIsImmutable = mark !== undefined;
      continue;
    }
    const [, key, flag, value] = /^(\w+)(\[\$i\])?=(.*)$/.exec(line) ?? [];
    if (current !== group || key === undefined || value === undefined) continue;
    entries.set(key, { value, immutable: groupIsImmutable || flag !== undefined });
  }
  return entries;
}

const toNumber = (entry: KdeEntry | undefined, otherwise: number): number =>
  /^\d{1,6}$/.test(entry?.value ?? '') ? Number(entry?.value) : otherwise;
