import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdSoleRun } from './sole-run.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-sole-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('a state directory', () => {
  it('takes one agent at a time', async () => {
    const release = await holdSoleRun(dir);
    await expect(holdSoleRun(dir)).rejects.toMatchObject({ code: 'agent_running' });
    release();
    (await holdSoleRun(dir))();
  });

  it('is free again when the agent was killed', async () => {
    const script = join(dir, 'hold.ts');
    const module = JSON.stringify(new URL('./sole-run.ts', import.meta.url).href);
    writeFileSync(
      script,
      `import { holdSoleRun } from ${module}; await holdSoleRun(${JSON.stringify(dir)}); process.send('held'); setInterval(() => {}, 1000);`,
    );
    const child = fork(script, { execArgv: [] });
    await once(child, 'message');
    await expect(holdSoleRun(dir)).rejects.toMatchObject({ code: 'agent_running' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(join(dir, 'agent.sock'))).toBe(true);
    (await holdSoleRun(dir))();
  });

  it('that can not hold a mark keeps nobody from running', async () => {
    (await holdSoleRun(join(dir, 'not-there')))();
    (await holdSoleRun(join(dir, 'x'.repeat(200))))();
  });
});
