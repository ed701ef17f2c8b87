import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createExec, execProblemToOutcome } from './exec.ts';
import { makeTree } from './test-tree.ts';

/** A program of one line that stands in for `nft`. */
function execWith(script: string, mode = 0o755) {
  const root = makeTree({ '/nft': `#!/bin/sh\n${script}\n` });
  const path = join(root, 'nft');
  chmodSync(path, mode);
  return { root, exec: createExec({ root: '/', commands: { nft: [path] } }) };
}

/** A process that ended and waits to be fetched by its parent counts as gone. */
function isAlive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** What the program has written beside itself, once it is there. */
async function written(root: string, name: string): Promise<string> {
  for (;;) {
    const text = existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '';
    if (text.endsWith('\n')) return text;
    await pause(5);
  }
}

/** A killed process is gone when the kernel gets round to it. */
const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000 });

afterEach(() => vi.useRealTimers());

describe.runIf(process.platform !== 'win32')('exec', () => {
  it('gives back both outputs, apart', async () => {
    const { exec } = execWith('echo out; echo err >&2');
    expect(await exec.run('nft', [])).toEqual({ status: 'ok', stdout: 'out\n', stderr: 'err\n' });
  });

  it('passes arguments as they are: no shell sees them', async () => {
    const { exec } = execWith('printf "%s|" "$@"');
    expect(await exec.run('nft', ['a b', '$(id)', '; id'])).toMatchObject({ stdout: 'a b|$(id)|; id|' });
  });

  it('hands over an environment without anything of ours', async () => {
    const { exec } = execWith('/usr/bin/env');
    const answer = await exec.run('nft', []);
    const names: string[] = 'stdout' in answer ? (answer.stdout.match(/^\w+(?==)/gm) ?? []) : [];
    const ofTheShell = ['PWD', 'OLDPWD', 'SHLVL', '_'];
    expect(names.filter((name) => !ofTheShell.includes(name)).sort()).toEqual([
      'LANG',
      'LC_ALL',
      'PATH',
      'ZYPP_READONLY_HACK',
    ]);
  });

  it('gives no input to wait for', async () => {
    const { exec } = execWith('cat; echo done');
    expect(await exec.run('nft', [])).toMatchObject({ status: 'ok', stdout: 'done\n' });
  });

  it('tells an exit code from success', async () => {
    const { exec } = execWith('echo no; exit 3');
    expect(await exec.run('nft', [])).toMatchObject({ status: 'exit', code: 3, stdout: 'no\n' });
  });

  it('ends a program that does not answer in time, and what it has started', async () => {
    const { root, exec } = execWith('sleep 60 & echo $! > "$(dirname "$0")/child"; wait');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const answer = exec.run('nft', [], { deadlineMs: 300 });
    const child = Number(await written(root, 'child'));
    vi.advanceTimersByTime(299);
    expect(isAlive(child)).toBe(true);
    vi.advanceTimersByTime(1);
    expect(await answer).toMatchObject({ status: 'timeout' });
    vi.useRealTimers();
    await gone(child);
  });

  it('ends what a program leaves running, and does not wait for it', async () => {
    const { root, exec } = execWith('sleep 60 & echo $! > "$(dirname "$0")/child"; echo done');
    expect(await exec.run('nft', [])).toMatchObject({ status: 'ok', stdout: 'done\n' });
    await gone(Number(await written(root, 'child')));
  });

  it('ends a program that prints without end', async () => {
    // In large pieces: at the low priority of programs a line at a time may not be too much within the deadline.
    const { exec } = execWith('exec cat /dev/zero');
    expect(await exec.run('nft', [])).toMatchObject({ status: 'too_much_output' });
  });

  it('says what is not installed', async () => {
    const exec = createExec({ root: '/', commands: { nft: ['/no/such/nft'] } });
    const answer = await exec.run('nft', []);
    expect(answer).toMatchObject({ status: 'missing' });
  });

  it('never runs a program that others could have replaced', async () => {
    const { exec } = execWith('echo ran', 0o777);
    expect(await exec.run('nft', [])).toMatchObject({
      status: 'refused',
      detail: expect.stringContaining('others'),
    });
  });

  it('refuses everything when another root is looked at: a program would describe this machine', async () => {
    const { root } = execWith('echo ran');
    const exec = createExec({ root, commands: { nft: [join(root, 'nft')] } });
    expect(await exec.run('nft', [])).toMatchObject({ status: 'refused' });
  });
});

describe('a program without an answer', () => {
  it('becomes an unknown with its reason', () => {
    const exit = { status: 'exit' as const, code: 1, stdout: '', stderr: '' };
    expect(execProblemToOutcome('nft', { status: 'missing', detail: 'x' })).toMatchObject({
      reason: 'tool_missing',
    });
    expect(execProblemToOutcome('nft', { status: 'timeout', detail: 'x' })).toMatchObject({
      reason: 'timeout',
    });
    expect(execProblemToOutcome('nft', exit)).toMatchObject({ reason: 'exit' });
    expect(
      execProblemToOutcome('nft', { ...exit, stderr: 'Operation not permitted (you must be root)' }),
    ).toMatchObject({ reason: 'permission' });
  });
});
