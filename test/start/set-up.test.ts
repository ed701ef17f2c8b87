import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeCheckout, makeFakeCheckout } from './fake-checkout.ts';

const PATIENCE = { timeout: 20_000 };

// What every npm script goes through first. Windows has no symbolic links for everybody, which stand for Node here.
describe.skipIf(process.platform === 'win32')('set-up', () => {
  let checkout: FakeCheckout;
  beforeEach(() => {
    checkout = makeFakeCheckout();
  });
  afterEach(() => checkout.close());

  const start = (...args: string[]) => checkout.start(...args).ended;

  it('installs and builds on the first start, and goes on in the script with its arguments', async () => {
    const { code, stdout, stderr } = await start('scripts/echo.mjs', '--json', 'a b', '');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '["--json","a b",""]\n' });
    expect(stderr).toContain('Installing dependencies');
    expect(checkout.did()).toEqual(['npm ci', 'vite build']);
  });

  it('does nothing and says nothing once everything is there', async () => {
    await start();
    checkout.did();
    expect(await start('scripts/echo.mjs')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    expect(checkout.did()).toEqual([]);
  });

  it.each([
    [
      'the lock file changed',
      () => checkout.write('package-lock.json', '{"changed":1}'),
      ['npm ci', 'vite build'],
    ],
    ['node_modules is gone', () => checkout.remove('node_modules'), ['npm ci']],
    ['the console changed', () => checkout.write('collector/console/src/main.tsx', 'new'), ['vite build']],
    ['what the console shares changed', () => checkout.write('shared/src/api.ts', 'new'), ['vite build']],
    ['the built console is gone', () => checkout.remove('collector/console/dist'), ['vite build']],
    ['only a test changed', () => checkout.write('shared/src/api.test.ts', 'new'), []],
  ])('does what is needed and no more when %s', async (_, change, expected) => {
    await start();
    checkout.did();
    change();
    expect((await start()).code).toBe(0);
    expect(checkout.did()).toEqual(expected);
  });

  it('installs what builds the console also where NODE_ENV says production', async () => {
    checkout.env.NODE_ENV = 'production';
    expect(await start('scripts/echo.mjs')).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(checkout.did()).toEqual(['npm ci', 'vite build']);
  });

  it('sets up once when two start at the same time', async () => {
    checkout.write('npm-hangs', '');
    const runs = [checkout.start('scripts/echo.mjs'), checkout.start('scripts/echo.mjs')];
    await vi.waitFor(
      () => expect(runs.map(({ said }) => said.stderr).join()).toContain('is setting up: waiting for it'),
      PATIENCE,
    );
    checkout.remove('npm-hangs');
    expect((await Promise.all(runs.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([0, 0]);
    expect(checkout.did()).toEqual(['npm ci', 'vite build']);
  });

  it('takes over from a start that was killed', async () => {
    checkout.write('npm-hangs', '');
    const killed = checkout.start();
    await vi.waitFor(() => expect(checkout.doing()).toBe('npm ci\n'), PATIENCE);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    expect(checkout.has('.setup-lock')).toBe(true);

    checkout.remove('npm-hangs');
    expect((await start()).code).toBe(0);
    expect(checkout.has('.setup-lock')).toBe(false);
  });

  it('stops the install when it is told to stop', async () => {
    checkout.write('npm-hangs', '');
    const { child, ended } = checkout.start('scripts/echo.mjs');
    await once(child.stderr as NodeJS.ReadableStream, 'data');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 130, stdout: '' });
    expect(checkout.has('.setup-lock')).toBe(false);
  });

  it.each([
    ['npm', 'Installing dependencies failed (exit code 1)', 'the registry is away'],
    ['vite', 'Building the console failed (exit code 1)', ''],
  ])('says what %s said when it fails, and tries again next time', async (program, told, said) => {
    checkout.write(`${program}-fails`, '');
    const { code, stdout, stderr } = await start('scripts/echo.mjs');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).toContain(said);
    checkout.did();

    checkout.remove(`${program}-fails`);
    expect((await start('scripts/echo.mjs')).code).toBe(0);
    expect(checkout.did()).toContain('vite build');
  });

  it('leaves no stamp of the time before when a build fails half-way', async () => {
    await start();
    checkout.write('shared/src/api.ts', 'new');
    checkout.write('vite-fails', '');
    await start();
    checkout.remove('vite-fails');
    checkout.remove('shared/src/api.ts');
    checkout.did();
    await start();
    expect(checkout.did()).toEqual(['vite build']);
  });

  it('ends as the script ends', async () => {
    checkout.write('scripts/exit.mjs', 'process.exit(7);');
    expect((await start('scripts/exit.mjs')).code).toBe(7);
    checkout.write('scripts/killed.mjs', "process.kill(process.pid, 'SIGKILL');");
    expect((await start('scripts/killed.mjs')).code).toBe(137);
  });

  it('gives SIGTERM on to the script, which decides', async () => {
    checkout.write(
      'scripts/wait.mjs',
      "process.on('SIGTERM', () => process.exit(3)); console.log('up'); setInterval(() => {}, 1000);",
    );
    const { child, ended } = checkout.start('scripts/wait.mjs');
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(3);
  });
});
