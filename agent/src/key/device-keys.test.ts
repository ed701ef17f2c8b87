import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import { openDeviceKeys } from './device-keys.ts';
import { makeKeyFile } from './file-key.ts';

let path: string;
let dir: PrivateDir;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'assay-keys-'));
  dir = openPrivateDir(path);
});
afterEach(() => rmSync(path, { recursive: true }));

const idOf = (keys: ReturnType<typeof openDeviceKeys>) => keys.signer.publicKey.keyId.toString('hex');

it('refuses to go on without a key instead of making another', () => {
  expect(() => openDeviceKeys(dir)).toThrow(expect.objectContaining({ code: 'state_unreadable' }));
});

it('signs with the old key until the collector knows the new one', () => {
  makeKeyFile(dir);
  const keys = openDeviceKeys(dir);
  const old = idOf(keys);
  const next = keys.prepare();
  expect(idOf(keys)).toBe(old);
  expect(keys.prepare().publicKey.keyId).toEqual(next.publicKey.keyId);
  keys.accepted(next.publicKey.keyId);
  expect(idOf(keys)).toBe(next.publicKey.keyId.toString('hex'));
  expect(keys.next).toBeNull();
  expect(readdirSync(path)).toEqual(['device-key.pem']);
});

it('takes the next key into use on a disk that is full', () => {
  makeKeyFile(dir);
  const isFull = () => {
    throw new Error('ENOSPC: no space left on device');
  };
  openDeviceKeys(dir).prepare();
  const keys = openDeviceKeys({ ...dir, write: isFull });
  const next = idOf(keys);
  keys.accepted(keys.signer.publicKey.keyId);
  expect(readdirSync(path)).toEqual(['device-key.pem']);
  expect(idOf(openDeviceKeys(dir))).toBe(next);
});

it('always has the key that the collector knows, whatever was lost and however often it was killed', () => {
  const steps = fc.array(fc.constantFrom('rotate', 'stored', 'answered', 'killed'), { maxLength: 12 });
  fc.assert(
    fc.property(steps, (moments) => {
      for (const name of readdirSync(path)) dir.remove(name);
      makeKeyFile(dir);
      let keys = openDeviceKeys(dir);
      let known = idOf(keys);
      // What a session does when it opens: the collector lets in only the key that it knows.
      const connect = () => {
        if (idOf(keys) !== known) expect(keys.refused()).toBe(true);
        expect(idOf(keys)).toBe(known);
        keys.accepted(keys.signer.publicKey.keyId);
      };
      for (const moment of moments) {
        if (moment === 'rotate') keys.prepare();
        if (moment === 'stored' && keys.next) known = keys.next.publicKey.keyId.toString('hex');
        if (moment === 'answered' && keys.next?.publicKey.keyId.toString('hex') === known) {
          keys.accepted(keys.next.publicKey.keyId);
        }
        if (moment === 'killed') {
          keys = openDeviceKeys(dir);
          connect();
        }
      }
    }),
    { numRuns: 60 },
  );
});
