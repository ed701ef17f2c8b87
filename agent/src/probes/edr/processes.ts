import { ifReadable, ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/** One process, by what its executable really is. */
export interface RunningProgram {
  pid: number;
  executable: string;
}

export interface ProcessScan {
  programs: RunningProgram[];
  /** Some processes did not show their executable: what is not in `programs` may still be running. */
  complete: boolean;
}

/**
 * Reads every process's `exe` link that begins with one of the prefixes. The link, unlike the name a process gives
 * itself, is the kernel's.
 * @returns undefined when there is no /proc to look at
 */
export async function scanProcesses(
  files: Files,
  prefixes: readonly string[],
): Promise<ProcessScan | undefined> {
  const names = await ifThere(files.list('/proc'));
  const pids = names?.filter((name) => /^\d+$/.test(name)) ?? [];
  if (pids.length === 0) return undefined;
  const scan: ProcessScan = { programs: [], complete: true };
  for (const pid of pids) {
    const link = await readExecutable(files, pid);
    // Init is never a sensor, and some sandboxes hide it from everybody.
    if (link === 'hidden' && pid !== '1') scan.complete = false;
    if (link === 'hidden' || link === 'none' || !prefixes.some((prefix) => link.startsWith(prefix))) continue;
    const program = await toGenuine(files, pid, link);
    if (program) scan.programs.push(program);
  }
  return scan;
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

/**
 * In a mount namespace of their own anybody can put a program at a sensor's path, and the link shows just that
 * path. So the file behind the link must be the one that is really there, and a person's account never runs a
 * sensor. A running program whose file was replaced by an update can only be told by root's account.
 */
async function toGenuine(files: Files, pid: string, link: string): Promise<RunningProgram | undefined> {
  const uid = parseUid((await ifReadable(files.readText(`/proc/${pid}/status`))) ?? '');
  if (uid === undefined || uid >= FIRST_PERSON) return undefined;
  const executable = link.endsWith(DELETED) ? link.slice(0, -DELETED.length) : link;
  const program: RunningProgram = { pid: Number(pid), executable };
  if (link.endsWith(DELETED)) return uid === 0 ? program : undefined;
  const running = await ifReadable(files.stat(`/proc/${pid}/exe`));
  const installed = await ifReadable(files.stat(executable));
  return running && running.identity === installed?.identity ? program : undefined;
}

/** The account that started it: proc_pid_status(5) names real, effective, saved and filesystem user id. */
function parseUid(status: string): number | undefined {
  const uid = /^Uid:\t(\d+)/m.exec(status)?.[1];
  return uid === undefined ? undefined : Number(uid);
}
