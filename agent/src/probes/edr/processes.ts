import { posix } from 'node:path';
import { ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/** One process, by what its executable really is. */
export interface RunningProgram {
  pid: number;
  /** By the path that its product gives it. */
  executable: string;
  /** By the kernel's. */
  link: string;
}

/** A process that looks like one of them and is not. */
export interface Pretender extends RunningProgram {
  why: string;
}

/** What to look for. */
export interface ProcessQuery {
  /** What the paths of their executables begin with; one that ends in a slash is a directory of theirs. */
  prefixes: readonly string[];
  /** Programs of theirs that anybody may start, and that protect nothing. */
  clients: readonly string[];
  /** Names of executables that nothing else has: at another path they are somebody's pretence. */
  names: readonly string[];
}

export interface ProcessScan {
  programs: RunningProgram[];
  pretenders: Pretender[];
  /** Some processes did not show their executable: what is not in `programs` may still be running. */
  complete: boolean;
}

/**
 * Reads every process's `exe` link. The link, unlike the name a process gives
 * itself, is the kernel's.
 * @returns undefined when there is no /proc to look at
 */
export async function scanProcesses(files: Files, query: ProcessQuery): Promise<ProcessScan | undefined> {
  const names = await ifThere(files.list('/proc'));
  const pids = names?.filter((name) => /^\d+$/.test(name)) ?? [];
  if (pids.length === 0) return undefined;
  // Where the first process is not listed, others' are hidden from us (hidepid, proc(5)).
  const scan: ProcessScan = { programs: [], pretenders: [], complete: pids.includes('1') };
  const moved = await movedDirectories(files, query.prefixes);
  for (const pid of pids) {
    const real = await readExecutable(files, pid);
    // Init is never a sensor, and some sandboxes hide it from everybody.
    if (real === 'hidden' && pid !== '1') scan.complete = false;
    if (real === 'hidden' || real === 'none') continue;
    const from = [...moved.keys()].find((directory) => real.startsWith(directory));
    const link = from === undefined ? real : `${moved.get(from)}${real.slice(from.length)}`;
    await sortInto(scan, { files, query, pid, link, real });
  }
  return scan;
}

/** Of the vendors' own: ostree keeps them in /var or /usr, and the kernel names the real path. */
const VENDORS = /^\/(?:opt|usr\/local)\//;

/** The products' directories that lie elsewhere, by where they really are. */
async function movedDirectories(files: Files, prefixes: readonly string[]): Promise<Map<string, string>> {
  const moved = new Map<string, string>();
  const directories = prefixes.map((prefix) => prefix.slice(0, prefix.lastIndexOf('/')));
  for (const named of new Set(directories.filter((directory) => VENDORS.test(directory)))) {
    const real = await ifReadable(files.realPath(named));
    if (real !== undefined && real !== named) moved.set(`${real}/`, `${named}/`);
  }
  return moved;
}

interface Seen {
  files: Files;
  query: ProcessQuery;
  pid: string;
  link: string;
  real: string;
}

async function sortInto(scan: ProcessScan, { files, query, pid, link, real }: Seen): Promise<void> {
  const program = { pid: Number(pid), executable: withoutMark(link), link: withoutMark(real) };
  if (query.clients.includes(program.executable)) return;
  const prefix = query.prefixes.find((candidate) => link.startsWith(candidate));
  if (prefix !== undefined) {
    const why = await whyNotGenuine(files, { pid, link, inDirectory: prefix.endsWith('/') });
    if (why === undefined) scan.programs.push(program);
    else if (why !== 'no matter') scan.pretenders.push({ ...program, why });
  } else if (query.names.includes(posix.basename(program.executable))) {
    scan.pretenders.push({ ...program, why: 'not where the product installs it' });
  }
}

/** Whether each of them is still there under its number and executable. */
export async function stillRun(files: Files, programs: readonly RunningProgram[]): Promise<boolean> {
  for (const { pid, link } of programs) {
    if (withoutMark(await readExecutable(files, String(pid))) !== link) return false;
  }
  return true;
}

async function readExecutable(files: Files, pid: string): Promise<string> {
  try {
    // Kernel threads have none, and a process may have ended meanwhile.
    return (await ifThere(files.readLink(`/proc/${pid}/exe`))) ?? 'none';
  } catch {
    return 'hidden';
  }
}

const DELETED = ' (deleted)';
const FIRST_PERSON = 1000; // useradd's UID_MIN on the distributions we know

const withoutMark = (link: string) => (link.endsWith(DELETED) ? link.slice(0, -DELETED.length) : link);

interface Candidate {
  pid: string;
  link: string;
  /** It lies where the product has windows and tools for people, too. */
  inDirectory: boolean;
}

/**
 * In a mount namespace of their own anybody can put a program at a sensor's path, and the link shows just that
 * path. So the file behind the link must be the one that is really there, and a person's account never runs a
 * sensor. A running program whose file was replaced by an update can only be told by root's account.
 * @returns undefined for a genuine one, `no matter` for a person's window of the product, or one that ended meanwhile
 */
async function whyNotGenuine(
  files: Files,
  { pid, link, inDirectory }: Candidate,
): Promise<string | undefined> {
  const uid = parseUid((await ifReadable(files.readText(`/proc/${pid}/status`))) ?? '');
  if (uid === undefined) return 'no matter';
  const isPersons = uid >= FIRST_PERSON;
  if (isPersons && !inDirectory) return "runs in a person's account";
  if (link.endsWith(DELETED)) {
    if (uid === 0) return undefined;
    return isPersons ? 'no matter' : 'its file is gone, and it is not root';
  }
  const running = await ifReadable(files.stat(`/proc/${pid}/exe`));
  const installed = await ifReadable(files.stat(link));
  const isOther = running === undefined || running.identity !== installed?.identity;
  if (isOther) return 'the file at that path is another one';
  return isPersons ? 'no matter' : undefined;
}

/** The account that started it: proc_pid_status(5) names real, effective, saved and filesystem user id. */
function parseUid(status: string): number | undefined {
  const uid = /^Uid:\t(\d+)/m.exec(status)?.[1];
  return uid === undefined ? undefined : Number(uid);
}
