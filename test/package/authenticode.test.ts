import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signForWindows } from '../../scripts/package/windows/authenticode.ts';
import { serviceHost } from '../../scripts/package/windows/msi.ts';
import { needs } from '../helpers/needs.ts';
import { MINGW, OSSLSIGNCODE } from './packaging.ts';

const OPENSSL = { program: '/usr/bin/openssl', debian: 'openssl' };

needs(
  MINGW,
  OSSLSIGNCODE,
  OPENSSL,
)('the signature of Windows executables, with a self-made certificate', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-authenticode-'));
  const [certificate, key, file] = ['cert.pem', 'key.pem', 'service.exe'].map((name) => join(dir, name)) as [
    string,
    string,
    string,
  ];
  const identity = { certificate, key, timestampUrl: null };
  afterAll(() => rmSync(dir, { recursive: true }));
  beforeAll(async () => {
    const subject = ['-subj', '/CN=Assay test', '-addext', 'extendedKeyUsage=codeSigning', '-days', '2'];
    const keys = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate];
    execFileSync('openssl', ['req', '-x509', ...keys, ...subject], { stdio: 'ignore' });
    copyFileSync(await serviceHost(), file);
    await signForWindows(file, identity);
  });

  const verify = () =>
    execFileSync('osslsigncode', ['verify', '-CAfile', certificate, '-in', file], { encoding: 'utf8' });

  it('verifies', () => {
    expect(verify()).toContain('Signature verification: ok');
  });

  it('does not after a byte was changed', () => {
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(2000) ^ 1, 2000);
    writeFileSync(file, bytes);
    expect(verify).toThrow();
  });

  it('says what is wrong when the key is another one', async () => {
    execFileSync('openssl', ['genrsa', '-out', key, '2048'], { stdio: 'ignore' });
    await expect(signForWindows(file, identity)).rejects.toThrow('osslsigncode failed');
  });
});
