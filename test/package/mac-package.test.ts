import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadInstallerIdentity } from '../../scripts/package/macos/installer-identity.ts';
import { type MacPackage, makePkg } from '../../scripts/package/macos/pkg.ts';
import { needs } from '../helpers/needs.ts';
import { PKG_READERS, XZ } from './packaging.ts';
import { readBom } from './read-bom.ts';

const SHELLCHECK = { program: '/usr/bin/shellcheck', debian: 'shellcheck' };
const OPENSSL = { program: '/usr/bin/openssl', debian: 'openssl' };
const dir = mkdtempSync(join(tmpdir(), 'assay-pkg-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Two blocks: one that xz makes smaller, and one that it cannot. */
const NOISE = Buffer.concat([Buffer.alloc(32 * 1024 * 1024), randomBytes(1000)]);

const spec: MacPackage = {
  identifier: 'dev.assay.test',
  title: 'Test',
  version: '1.2.3',
  arch: 'arm64',
  files: [
    { path: 'opt/test/program', mode: 0o755, from: { text: 'hello\n' } },
    { path: 'opt/test/noise', mode: 0o644, from: { file: join(dir, 'noise') } },
    { path: 'opt/test/link', mode: 0o755, from: { link: 'program' } },
  ],
  scripts: [{ path: 'postinstall', mode: 0o755, from: { text: '#!/bin/sh\n' } }],
};
const run = (program: string, ...args: string[]) => execFileSync(program, args, { maxBuffer: 1e9 });

needs(
  XZ,
  OPENSSL,
  ...PKG_READERS,
)('a package for macOS', () => {
  const file = join(dir, 'test.pkg');
  const unpacked = join(dir, 'unpacked');
  const part = (name: string) => join(unpacked, 'agent.pkg', name);
  const make = (output: string, signer: Parameters<typeof makePkg>[2]['signer'] = null) =>
    makePkg(spec, output, { compression: 'quick', signer });

  beforeAll(async () => {
    writeFileSync(join(dir, 'noise'), NOISE);
    await make(file);
    run('7zz', 'x', '-txar', `-o${unpacked}`, file);
  });

  it('is a xar archive whose sums another reader finds right', () => {
    expect(run('7zz', 't', '-txar', file).toString()).toContain('Everything is Ok');
    const bytes = readFileSync(file);
    bytes.writeUInt8((bytes.at(-1) as number) ^ 1, bytes.length - 1);
    writeFileSync(join(dir, 'damaged.pkg'), bytes);
    expect(() => execFileSync('7zz', ['t', '-txar', join(dir, 'damaged.pkg')], { stdio: 'pipe' })).toThrow();
  });

  it('unpacks to the files that went in, with their modes, owned by root', () => {
    const root = join(dir, 'root');
    mkdirSync(root);
    const payload = run('python3', join(import.meta.dirname, 'unpack-pbzx.py'), part('Payload'));
    execFileSync('cpio', ['--extract', '--quiet'], { cwd: root, input: payload });
    expect(readFileSync(join(root, 'opt/test/noise')).equals(NOISE)).toBe(true);
    expect(readFileSync(join(root, 'opt/test/link'), 'utf8')).toBe('hello\n');
    expect(statSync(join(root, 'opt/test/program')).mode).toBe(0o100755);
    const listing = execFileSync('cpio', ['--list', '--verbose', '--quiet'], {
      input: payload,
      encoding: 'utf8',
    });
    expect(
      listing
        .trim()
        .split('\n')
        .filter((line) => !/\broot\s+root\b/.test(line)),
    ).toEqual([]);
  });

  it('has a bill of materials that fits its files, with the checksums that cksum prints', () => {
    const cksum = (name: string) => Number(run('cksum', join(dir, name)).toString().split(' ')[0]);
    writeFileSync(join(dir, 'program'), 'hello\n');
    const lines = readBom(readFileSync(part('Bom')));
    expect(lines.map(({ path, mode, size }) => `${mode.toString(8)} ${size} ${path}`)).toEqual([
      '40755 0 .',
      '40755 0 ./opt',
      '40755 0 ./opt/test',
      '120755 7 ./opt/test/link',
      `100644 ${NOISE.length} ./opt/test/noise`,
      '100755 6 ./opt/test/program',
    ]);
    expect(lines.find(({ path }) => path.endsWith('noise'))?.checksum).toBe(cksum('noise'));
    expect(lines.find(({ path }) => path.endsWith('program'))?.checksum).toBe(cksum('program'));
    expect(lines.find(({ path }) => path.endsWith('link'))?.link).toBe('program');
  });

  it('says what it is, for whom, and which scripts it has', () => {
    expect(readFileSync(part('PackageInfo'), 'utf8')).toMatch(
      /identifier="dev\.assay\.test" .*version="1\.2\.3".*numberOfFiles="6".*<postinstall file="\.\/postinstall"\/>/s,
    );
    expect(readFileSync(join(unpacked, 'Distribution'), 'utf8')).toMatch(
      /hostArchitectures="arm64".*<os-version min="13\.5"\/>.*#agent\.pkg</s,
    );
  });

  it('is the same to the byte when made again from the same input', async () => {
    await make(join(dir, 'again.pkg'));
    expect(readFileSync(join(dir, 'again.pkg')).equals(readFileSync(file))).toBe(true);
  });

  describe('that is signed, with a self-made certificate,', () => {
    const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(dir, name)) as [string, string];
    const signed = join(dir, 'signed.pkg');
    beforeAll(async () => {
      const subject = ['-subj', '/CN=Developer ID Installer: Test', '-days', '2'];
      const keys = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert];
      execFileSync('openssl', ['req', '-x509', ...keys, ...subject], { stdio: 'ignore' });
      await make(signed, loadInstallerIdentity(cert, key));
    });

    it('has a signature over its table of contents, by the certificate that stands in it', () => {
      const bytes = readFileSync(signed);
      const tableBytes = Number(bytes.readBigUInt64BE(8));
      const table = bytes.subarray(28, 28 + tableBytes);
      const heap = bytes.subarray(28 + tableBytes);
      const xml = inflateSync(table).toString();
      const [, offset, size] = /<signature style="RSA"><offset>(\d+)<\/offset><size>(\d+)</.exec(xml) ?? [];
      const [, raw = ''] = /<X509Certificate>([^<]+)</.exec(xml) ?? [];
      const certificate = new X509Certificate(Buffer.from(raw, 'base64'));
      expect(certificate.subject).toBe('CN=Developer ID Installer: Test');
      const signature = heap.subarray(Number(offset), Number(offset) + Number(size));
      expect(verify('sha1', table, certificate.publicKey, signature)).toBe(true);
      expect(heap.subarray(0, 20).equals(createHash('sha1').update(table).digest())).toBe(true);
    });

    it('is still read by others', () => {
      expect(run('7zz', 't', '-txar', signed).toString()).toContain('Everything is Ok');
    });

    it('is refused a key that is not of the certificate', () => {
      execFileSync('openssl', ['genrsa', '-out', key, '2048'], { stdio: 'ignore' });
      expect(() => loadInstallerIdentity(cert, key)).toThrow('the key is not that of the first certificate');
    });
  });
});

needs(SHELLCHECK)("the macOS package's scripts", () => {
  const scripts = join(import.meta.dirname, '../../scripts/package/macos/scripts');
  it.each(readdirSync(scripts))('%s is plain POSIX shell, without a complaint', (name) => {
    expect(run(SHELLCHECK.program, '--shell=sh', join(scripts, name)).toString()).toBe('');
  });
});
