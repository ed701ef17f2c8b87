import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkUpdateRoot } from '../package/update-root.ts';

const RELEASE = join(import.meta.dirname, '../release.ts');
const dir = mkdtempSync(join(tmpdir(), 'assay-release-'));
afterAll(() => rmSync(dir, { recursive: true }));

const [repo, keys] = [join(dir, 'repository'), join(dir, 'keys')];
const release = (command: string, keysDir: string, ...args: string[]) =>
  execFileSync(process.execPath, [RELEASE, command, ...args, '--repo', repo, '--keys', keysDir], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const root = (version: number) => join(repo, `metadata/${version}.root.json`);

it('a ceremony of three people by the command line, two of whom must sign', () => {
  execFileSync(process.execPath, [RELEASE, 'keys', '--keys', keys, '--root-keys', '3']);
  expect(readdirSync(keys)).toEqual(
    expect.arrayContaining(['root-1.pem', 'root-3.pub.pem', 'targets.pem', 'timestamp.pem']),
  );
  expect(release('init', keys, '--threshold', '2')).toContain(root(1));
  const [ada, bob] = ['ada', 'bob'].map((name, index) => {
    mkdirSync(join(dir, name));
    renameSync(join(keys, `root-${index + 1}.pem`), join(dir, name, `root-${index + 1}.pem`));
    return join(dir, name);
  }) as [string, string];
  rmSync(join(keys, 'root-3.pem'));

  expect(release('rotate-root', ada)).toMatch(/waits for 1 of the keys before and 1 of its own/);
  expect(existsSync(root(2))).toBe(false);
  expect(() => release('rotate-root', bob)).toThrow(/waits for signatures/);
  expect(release('sign-root', bob)).toMatch(/Root 2 is published/);
  expect(release('root', ada)).toMatch(/^Root 2, good until .*\nroot +2 of 3: /);
});

it('what nobody holds a key for is refused, and says what is missing', () => {
  expect(() => release('refresh', join(dir, 'ada'))).toThrow(/there is no key snapshot\.pem in /);
  expect(() => release('rotate-root', keys, '--threshold', '4')).toThrow(
    /root: 4 signatures are asked for, and there are 3 keys/,
  );
  expect(() => release('rotate-root', keys, '--roles', 'mirror')).toThrow(/there is no role "mirror"/);
});

it('packages take a root that is one, and nothing else', () => {
  expect(() => checkUpdateRoot(root(1))).not.toThrow();
  expect(() => checkUpdateRoot(join(repo, 'metadata/timestamp.json'))).toThrow(/no trusted root/);
  writeFileSync(join(dir, 'broken.json'), '{"signed":{"_type":"root"},"signatures":[]}');
  expect(() => checkUpdateRoot(join(dir, 'broken.json'))).toThrow(/no trusted root/);
});
