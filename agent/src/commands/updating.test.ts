import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const MODULE = new URL('./updating.ts', import.meta.url).href;

it.skipIf(process.platform === 'win32')(
  'a second Ctrl-C, as npm gives it on, does not cut off how the agent ends',
  () => {
    const program = `
      const { untilStopped } = await import(${JSON.stringify(MODULE)});
      const interrupt = () => process.kill(process.pid, 'SIGINT');
      untilStopped().addEventListener('abort', () => {
        interrupt();
        process.exit(0);
      });
      interrupt();
      setInterval(() => {}, 1000);`;
    const { status, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
    expect({ status, signal }).toEqual({ status: 0, signal: null });
  },
);
