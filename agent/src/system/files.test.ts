import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFiles } from './files.ts';
import { makeTree } from './test-tree.ts';

describe('files below a root', () => {
  it('reads what is inside', async () => {
    const files = createFiles(makeTree({ '/etc/hostname': 'box\n' }));
    expect(await files.readText('/etc/hostname')).toBe('box\n');
    expect(await files.list('/etc')).toEqual(['hostname']);
    expect(await files.stat('/etc/hostname')).toMatchObject({ kind: 'file', size: 4 });
  });

  it('follows an absolute link inside the root, not outside', async () => {
    const files = createFiles(
      makeTree({ '/etc/os-release': { link: '/usr/lib/os-release' }, '/usr/lib/os-release': 'ID=inside\n' }),
    );
    expect(await files.readText('/etc/os-release')).toBe('ID=inside\n');
    expect(await files.realPath('/etc/os-release')).toBe('/usr/lib/os-release');
    expect(await files.readLink('/etc/os-release')).toBe('/usr/lib/os-release');
  });

  it('cannot be led out by parent directories or by links made of them', async () => {
    const files = createFiles(makeTree({ '/etc/out': { link: '../../../../../../etc/passwd' }, '/a/': '' }));
    await expect(files.readText('/etc/out')).rejects.toMatchObject({ problem: 'missing' });
    await expect(files.readText('/a/../../../../etc/passwd')).rejects.toMatchObject({ problem: 'missing' });
  });

  it('follows links to directories on the way', async () => {
    const files = createFiles(
      makeTree({ '/lib': { link: 'usr/lib' }, '/usr/lib/modules/6.1/modules.dep': '' }),
    );
    expect(await files.list('/lib/modules')).toEqual(['6.1']);
    expect(files.onThisSystem('/lib/modules')).toBe(join(files.root, 'usr/lib/modules'));
  });

  it('gives up on links that go in circles', async () => {
    const files = createFiles(makeTree({ '/a': { link: '/b' }, '/b': { link: '/a' } }));
    await expect(files.readText('/a')).rejects.toMatchObject({ problem: 'unreadable' });
  });

  it('tells a file that is missing from one that is something else', async () => {
    const files = createFiles(makeTree({ '/etc/hostname': '' }));
    await expect(files.readText('/etc/none')).rejects.toMatchObject({
      problem: 'missing',
      path: '/etc/none',
    });
    await expect(files.readText('/etc/hostname/below')).rejects.toMatchObject({ problem: 'missing' });
    await expect(files.readText('/etc')).rejects.toMatchObject({ problem: 'not_a_file' });
  });

  it('reads only the start of what may be big', async () => {
    const files = createFiles(
      makeTree({ '/big': `head${'x'.repeat(2_000_000)}`, '/short': 'ab', '/d/': '' }),
    );
    expect((await files.readStart('/big', 4)).toString()).toBe('head');
    expect((await files.readStart('/short', 4)).toString()).toBe('ab');
    await expect(files.readStart('/d', 4)).rejects.toMatchObject({ problem: 'not_a_file' });
    await expect(files.readStart('/none', 4)).rejects.toMatchObject({ problem: 'missing' });
  });

  it('refuses what is bigger than asked for', async () => {
    const files = createFiles(makeTree({ '/big': 'x'.repeat(2000) }));
    await expect(files.readText('/big', 1999)).rejects.toMatchObject({ problem: 'too_big' });
    expect((await files.readBytes('/big', 2000)).length).toBe(2000);
  });

  it('refuses what is no regular file: a pipe could be waited on for ever', async () => {
    const root = makeTree();
    const socket = createServer().listen(join(root, 'socket'));
    await once(socket, 'listening');
    await expect(createFiles(root).readText('/socket')).rejects.toMatchObject({ problem: 'not_a_file' });
    socket.close();
  });

  it('says that a file exists only by its being there', async () => {
    const files = createFiles(makeTree({ '/there': '', '/dangling': { link: '/nowhere' } }));
    expect(await files.exists('/there')).toBe(true);
    expect(await files.exists('/nowhere')).toBe(false);
    expect(await files.exists('/dangling')).toBe(false);
  });

  it('tells "may not look" from "not there"', async () => {
    const root = makeTree({ '/closed/file': '' });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'closed'), 0);
    const files = createFiles(root);
    const looks = asNobody(async () => [
      await files.exists('/open'),
      await files.exists('/closed/file').catch(({ problem }) => problem),
    ]);
    expect(await looks).toEqual([false, 'denied']);
    chmodSync(join(root, 'closed'), 0o700);
  });

  it('sees the same file behind two paths', async () => {
    const root = makeTree({ '/a': 'x', '/b': { link: '/a' } });
    mkdirSync(join(root, 'c'));
    const files = createFiles(root);
    expect((await files.stat('/b')).identity).toBe((await files.stat('/a')).identity);
    expect((await files.stat('/c')).identity).not.toBe((await files.stat('/a')).identity);
  });
});

describe('files of this machine', () => {
  it.runIf(process.platform === 'linux')(
    "reads the kernel's files, whose size is said to be zero",
    async () => {
      const files = createFiles();
      expect(await files.readText('/proc/self/mountinfo')).toContain(' - ');
      expect(await files.exists('/proc/self/no-such-file')).toBe(false);
      await expect(files.readText('/proc/self/mountinfo', 8)).rejects.toMatchObject({ problem: 'too_big' });
      const symbols = '/proc/kallsyms';
      expect((await files.readText(symbols, 2 ** 26)).length).toBe(readFileSync(symbols, 'utf8').length);
    },
  );

  it('maps what the system refuses', async () => {
    await expect(createFiles().list('/no/such/directory')).rejects.toMatchObject({ problem: 'missing' });
  });
});

/** Root may look everywhere, so it looks with an account's eyes that may not. */
async function asNobody<T>(look: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return look();
  process.seteuid?.(65_534);
  try {
    return await look();
  } finally {
    process.seteuid?.(0);
  }
}
