import type { Counting, PackageManager } from './package-manager.ts';

/** Alpine; it has no class for security. */
export const APK: PackageManager = {
  source: 'apk',
  families: ['alpine', 'postmarketos'],
  database: ['/lib/apk/db/installed', '/usr/lib/apk/db/installed'],
  index: [{ directory: '/var/cache/apk', file: /^APKINDEX\..*\.tar\.gz$/ }],
  async count({ exec }) {
    const answer = await exec.run('apk', ['--no-network', 'version', '-l', '<']);
    return answer.status === 'ok' ? parseApk(answer.stdout) : { problem: `apk version: ${answer.status}` };
  },
};

/** Counts `name-version < version` below the heading. */
export function parseApk(text: string): Counting {
  const [heading = '', ...lines] = text.trimEnd().split('\n');
  const isAnswer = /^Installed:/.test(heading) && lines.every((line) => /^\S+\s+<\s+\S+/.test(line));
  return isAnswer ? { pending: lines.length } : { problem: 'apk version: answer not understood' };
}
