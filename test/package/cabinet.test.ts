import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { type CabinetOptions, makeCabinet } from '../../scripts/package/windows/cabinet/cabinet.ts';
import { needs } from '../helpers/needs.ts';
import { CABINET_READERS } from './packaging.ts';

const FRAME = 32_768;
const WINDOW = 1 << 21;
const OPTIONS: CabinetOptions = { seconds: 1_767_225_600, isX86: false };

/** Bytes that do not repeat; the same each time. */
function noise(length: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    // Marsaglia's xorshift.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state >>> 11;
  }
  return bytes;
}

needs(...CABINET_READERS)('a cabinet packed by LZX', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assay-cabinet-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  const options = { maxBuffer: 64 * 1024 * 1024, stdio: 'pipe' } as const;
  const READERS: Record<string, (cabinet: string, name: string) => Buffer> = {
    cabextract: (cabinet, name) =>
      execFileSync('cabextract', ['--quiet', '--pipe', '--filter', name, cabinet], options),
    '7-Zip': (cabinet, name) => execFileSync('7zz', ['x', '-so', cabinet, name], options),
  };

  function expectUnpacked(bytes: Buffer, isX86: boolean): Buffer {
    const file = join(dir, 'some.cab');
    const cabinet = makeCabinet([{ name: 'some.exe', bytes }], { ...OPTIONS, isX86 });
    writeFileSync(file, cabinet);
    for (const [reader, unpack] of Object.entries(READERS))
      expect(unpack(file, 'some.exe').equals(bytes), `${reader}: ${bytes.length} bytes`).toBe(true);
    return cabinet;
  }

  const piece = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 600 }),
    fc
      .tuple(fc.nat(255), fc.integer({ min: 1, max: 70_000 }))
      .map(([byte, times]) => new Uint8Array(times).fill(byte)),
    fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.nat()).map(([length, seed]) => noise(length, seed + 1)),
    // Pairs that all came shortly before, in no order: the dearest matches there are.
    fc.integer({ min: 2, max: 20_000 }).map((pairs) => {
      const known = noise(512, 5);
      const order = noise(pairs, pairs);
      return Buffer.concat([...order].map((at) => known.subarray(2 * at, 2 * at + 2)));
    }),
    // What looks like calls.
    fc.array(fc.tuple(fc.integer(), fc.nat(12)), { maxLength: 200 }).map((calls) =>
      Buffer.concat(
        calls.map(([distance, gap]) => {
          const call = Buffer.alloc(5 + gap, 0xe8);
          call.writeInt32LE(distance % 100_000, 1);
          return call;
        }),
      ),
    ),
  );

  it('comes back as it was, whatever it is and however often it comes', () => {
    const repeated = fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(repeated, fc.boolean(), (pieces, isX86) => {
        const bytes = Buffer.concat(
          pieces.flatMap(([one, times]) => Array.from({ length: times }, () => one)),
        );
        fc.pre(bytes.length > 0);
        expectUnpacked(bytes, isX86);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each([1, 2, 3, 4, 10, 11, 257, 258, FRAME - 1, FRAME, FRAME + 1, FRAME + 10, 2 * FRAME, 3 * FRAME - 2])(
    'comes back when there are %i bytes: nothing but calls, one byte, noise',
    (length) => {
      for (const bytes of [Buffer.alloc(length, 0xe8), Buffer.alloc(length), noise(length)])
        for (const isX86 of [false, true]) expectUnpacked(bytes, isX86);
    },
    60_000,
  );

  it.each([-1, 0, 1, 2, FRAME - 3, FRAME])(
    'finds again what was as far before as it looks, and no further: %i bytes',
    (more) => {
      const distance = WINDOW - FRAME + more;
      const bytes = noise(distance + 3000);
      bytes.copyWithin(distance, 0, 3000);
      // Zeros are quick.
      bytes.fill(0, 3000, distance);
      const { length } = expectUnpacked(bytes, false);
      if (more <= 0) expect(length).toBeLessThan(7500);
      else expect(length).toBeGreaterThan(8500);
    },
    60_000,
  );

  it('is hardly longer than what cannot be packed', () => {
    const bytes = noise(8 * FRAME);
    expect(expectUnpacked(bytes, false).length).toBeLessThan(bytes.length * 1.01);
  });

  it('packs calls of one function from many places better when it knows that they are calls', () => {
    const bytes = noise(4 * FRAME, 7);
    for (let at = 40; at < bytes.length - 20; at += 6) {
      bytes[at] = 0xe8;
      bytes.writeInt32LE(bytes.length - 100 - at, at + 1);
    }
    expect(expectUnpacked(bytes, true).length).toBeLessThan(0.8 * expectUnpacked(bytes, false).length);
  });

  it('holds several files in order, with names, times and sums that are true', () => {
    const files = ['one.exe', 'two.exe', 'empty', 'three'].map((name, index) => ({
      name,
      bytes: noise(name === 'empty' ? 0 : 20_000 * (index + 1), index + 1),
    }));
    const file = join(dir, 'files.cab');
    writeFileSync(file, makeCabinet(files, { ...OPTIONS, isX86: true }));
    for (const unpack of Object.values(READERS))
      for (const { name, bytes } of files.filter(({ bytes }) => bytes.length > 0))
        expect(unpack(file, name).equals(bytes), name).toBe(true);
    const listed = execFileSync('7zz', ['l', '-slt', file], { encoding: 'utf8' });
    expect([...listed.matchAll(/^Path = (?!.*files\.cab)(.+)$/gm)].map(([, name]) => name)).toEqual(
      files.map(({ name }) => name),
    );
    expect(listed.match(/Modified = 2026-01-01 00:00:00/g)).toHaveLength(4);
    const damaged = Buffer.from(makeCabinet(files, OPTIONS));
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 9) ^ 1, damaged.length - 9);
    writeFileSync(file, damaged);
    for (const unpack of Object.values(READERS)) expect(() => unpack(file, 'three')).toThrow();
  });
});
