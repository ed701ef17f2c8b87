import type { Counting, PackageManager } from './package-manager.ts';

/** Arch and its family; it has no class for security. */
export const PACMAN: PackageManager = {
  source: 'pacman',
  families: ['arch', 'archlinux', 'manjaro'],
  database: ['/var/lib/pacman/local'],
  index: [{ directory: '/var/lib/pacman/sync', file: /\.db$/ }],
  async count({ exec }) {
    const answer = await exec.run('pacman', ['-Qu']);
    if (answer.status === 'ok') return parsePacman(answer.stdout);
    // pacman(8) ends with 1 and says nothing when nothing waits.
    const isNone = answer.status === 'exit' && answer.code === 1 && answer.stdout + answer.stderr === '';
    return isNone ? { pending: 0 } : { problem: `pacman -Qu: ${answer.status}` };
  },
};

/** Counts `name old -> new`; what an administrator holds back waits too. */
export function parsePacman(text: string): Counting {
  const lines = text.split('\n').filter(Boolean);
  return lines.every((line) => /^\S+ \S+ -> \S+( \[ignored\])?$/.test(line))
    ? { pending: lines.length }
    : { problem: 'pacman -Qu: answer not understood' };
}
