import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';

/** An inventory agent of Debian's, run once as it would be at each of its intervals. */
export interface InventoryTool {
  name: string;
  path: string;
  args: readonly string[];
}

/** What distributions ship for the purpose; those that are installed are measured. */
const TOOLS: readonly InventoryTool[] = [
  { name: 'fusioninventory', path: '/usr/bin/fusioninventory-inventory', args: [] },
  { name: 'glpi', path: '/usr/bin/glpi-inventory', args: [] },
  { name: 'ocsinventory', path: '/usr/bin/ocsinventory-agent', args: ['--stdout'] },
  { name: 'facter', path: '/usr/bin/facter', args: ['--json'] },
  { name: 'lshw', path: '/usr/bin/lshw', args: ['-json', '-quiet'] },
];

export const installedTools = (): InventoryTool[] =>
  TOOLS.filter(({ path }) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

export interface ToolCost {
  seconds: number;
  cpuS: number;
  maxRssMb: number;
  /** Processes and threads it started, itself among them. */
  spawned: number;
}

const DEADLINE_MS = 120_000;

/**
 * GNU time knows what the tool and its children used. In a namespace of its own processes are numbered from 1 in
 * order, so the number of one that is started afterwards says how many there were: none is missed, however short.
 */
const MEASURE = '/usr/bin/time -f "cost %e %U %S %M" "$@"; sh -c \'echo last $$ >&2\'';
/** The shell itself, time, and the one that asks. */
const OURS = 3;

/** One run. Needs root, util-linux and GNU time. @throws Error when the tool's cost could not be told */
export async function runTool({ path, args }: InventoryTool): Promise<ToolCost> {
  const inside = ['--pid', '--fork', '--mount-proc', 'sh', '-c', MEASURE, 'sh', path, ...args];
  const child = spawn('unshare', inside, { stdio: ['ignore', 'ignore', 'pipe'], timeout: DEADLINE_MS });
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => (errors = (errors + piece).slice(-4000)));
  await once(child, 'close');
  const [, seconds, user, system, kb] = /^cost ([\d.]+) ([\d.]+) ([\d.]+) (\d+)$/m.exec(errors) ?? [];
  const last = /^last (\d+)$/m.exec(errors)?.[1];
  if (kb === undefined || last === undefined)
    throw new Error(`${path}: no cost in ${JSON.stringify(errors.slice(-200))}`);
  return {
    seconds: Number(seconds),
    cpuS: Number(user) + Number(system),
    maxRssMb: Number(kb) / 1024,
    spawned: Number(last) - OURS,
  };
}
