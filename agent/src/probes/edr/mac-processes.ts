/** A process of root's. */
export interface RootProcess {
  pid: number;
  path: string;
}

/** Reads `ps -axo pid=,uid=,comm=`; undefined when nothing in it is a process. */
export function parseRootProcesses(text: string): RootProcess[] | undefined {
  const rows = text.split('\n').flatMap((line) => {
    const [, pid, uid, path] = /^\s*(\d+)\s+(\d+)\s+(\S.*)$/.exec(line) ?? [];
    return path === undefined ? [] : [{ pid: Number(pid), uid, path: path.trimEnd() }];
  });
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ pid, uid, path }) => (uid === '0' ? [{ pid, path }] : []));
}
