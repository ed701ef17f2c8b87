import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const DEMO = join(import.meta.dirname, '../demo.ts');
const run = (...args: string[]) => promisify(execFile)(process.execPath, [DEMO, ...args]);

// A collector and two agents, each enrolled by a process of its own, on a machine that does other things too.
const TIMEOUT_MS = 120_000;

it(
  'shows the owner kept out when the laptop falls and let in when it is mended, with times',
  async () => {
    const { stdout } = await run('--script', 'edr,mend,disk,support,mend,quit');
    const answers = [...stdout.matchAll(/identity provider: ada@example\.com (.*)/g)].map(
      ([, answer]) => answer,
    );
    expect(answers).toEqual(['may sign in', 'is kept out', 'may sign in', 'is kept out', 'may sign in']);
    expect(stdout).toMatch(/\+\d+ ms {2}ada-demo-laptop: verdict stored: untrusted/);
    expect(stdout).toMatch(/ada-demo-laptop does not meet the security requirements\. Endpoint protection/);
    expect(stdout).toMatch(/grace@example\.com, password .*, this machine as it really is/);
  },
  TIMEOUT_MS,
);

it('says which words a script may have', async () => {
  await expect(run('--script', 'edr,burn')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected edr, disk, support, mend, status, quit; got burn'),
  });
});
