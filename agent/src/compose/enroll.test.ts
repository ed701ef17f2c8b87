import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { makeTree } from '../system/test-tree.ts';
import { enrollHere } from './enroll.ts';

// Nothing listens there.
const AWAY = { url: 'https://127.0.0.1:1', token: 'a'.repeat(43), caPin: null };

/** Tries to enroll where no collector answers. @returns the key that stays behind */
async function keyAfterTrying(stateDir: string, serial: string): Promise<string> {
  const inspectedRoot = makeTree({
    '/proc/sys/kernel/hostname': 'image\n',
    '/sys/class/dmi/id/product_serial': `${serial}\n`,
  });
  await expect(enrollHere(AWAY, { stateDir, inspectedRoot })).rejects.toThrow();
  return readFileSync(join(stateDir, 'device-key.pem'), 'utf8');
}

it.runIf(process.platform === 'linux')(
  'an enrollment that was cut off goes on with its key, and never with that of the machine an image was made on',
  async () => {
    for (const name of ['HTTPS_PROXY', 'https_proxy']) vi.stubEnv(name, undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const stateDir = join(makeTree(), 'state');
    const first = await keyAfterTrying(stateDir, 'PF0AAAA1');
    expect(await keyAfterTrying(stateDir, 'PF0AAAA1')).toBe(first);
    const second = await keyAfterTrying(stateDir, 'PF0BBBB2');
    expect(second).not.toBe(first);
    expect(await keyAfterTrying(stateDir, 'PF0BBBB2')).toBe(second);
    expect(await keyAfterTrying(stateDir, 'To be filled by O.E.M.')).toBe(second);
  },
);
