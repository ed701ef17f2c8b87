import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, verify } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSigningKey, writeReleaseFiles } from './release-files.ts';
import { makeSbom } from './sbom.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-release-'));
  writeFileSync(join(dir, 'assay-agent.deb'), 'one');
  writeFileSync(join(dir, 'assay-agent.msi'), 'two');
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('the files of a release', () => {
  it('are summed up as sha256sum reads it, which notices a changed one', () => {
    writeReleaseFiles(dir, '1.2.3', null);
    const check = () =>
      execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: dir, encoding: 'utf8', stdio: 'pipe' });
    expect(check()).toBe('assay-agent.deb: OK\nassay-agent.msi: OK\n');
    appendFileSync(join(dir, 'assay-agent.msi'), '!');
    expect(check).toThrow('1 computed checksum did NOT match');
  });

  it('are listed in a manifest whose signature fits its bytes and no others', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeReleaseFiles(dir, '1.2.3', privateKey);
    const manifest = readFileSync(join(dir, 'manifest.json'));
    const signature = readFileSync(join(dir, 'manifest.json.sig'));
    expect(verify(null, manifest, publicKey, signature)).toBe(true);
    manifest.writeUInt8(manifest.readUInt8(20) ^ 1, 20);
    expect(verify(null, manifest, publicKey, signature)).toBe(false);
  });

  it('are the same when written again', () => {
    writeReleaseFiles(dir, '1.2.3', null);
    const first = readFileSync(join(dir, 'manifest.json'));
    writeReleaseFiles(dir, '1.2.3', null);
    expect(readFileSync(join(dir, 'manifest.json')).equals(first)).toBe(true);
  });

  it('are signed by keys for Ed25519 only', () => {
    const file = join(dir, 'key.pem');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => loadSigningKey(file)).toThrow('no private key for Ed25519 (it is for ec)');
  });
});

describe('the bill of materials', () => {
  it('names what the agent contains, its runtime too, and nothing of development', async () => {
    const sbom = await makeSbom('agent', '1.2.3');
    const names = sbom.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['ws', 'pino', 'commander', 'node', 'openssl', 'v8']));
    expect(names).not.toContain('vitest');
    expect(names).not.toContain('fastify');
    expect(sbom.metadata.component).toMatchObject({ name: 'assay-agent', version: '1.2.3' });
    expect(await makeSbom('agent', '1.2.3')).toEqual(sbom);
  }, 60_000);
});
