import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestVendor } from '../verify/test-vendor.ts';
import { loadVendors, openVendorKeys } from './vendor-keys.ts';

const log = pino({ level: 'silent' });
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-vendor-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('a file that cannot be used is refused by name', () => {
  const keysFile = join(dir, 'keys.json');
  expect(() => loadVendors({ keysFile, customer: null })).toThrow(
    expect.objectContaining({ code: 'vendor_keys_unusable', message: expect.stringContaining(keysFile) }),
  );
});

it("a vendor's new keys are taken into use, and those that cannot be used leave the old ones", async () => {
  const keysFile = join(dir, 'keys.json');
  const [first, second] = [
    await openTestVendor('ES256', 'first', 0),
    await openTestVendor('ES256', 'second', 0),
  ];
  writeFileSync(keysFile, first.keySetText);
  const opened = openVendorKeys({ keysFile, customer: null }, log);
  const has = (id: string) => opened.vendors['edr:crowdstrike']?.keys.find(id) !== undefined;
  expect([has('first'), has('second')]).toEqual([true, false]);
  writeFileSync(keysFile, second.keySetText);
  process.emit('SIGHUP');
  expect([has('first'), has('second')]).toEqual([false, true]);
  writeFileSync(keysFile, 'half of a fil');
  opened.look();
  expect(has('second')).toBe(true);
  opened.stop();
});
