import { describe, expect, it } from 'vitest';
import { checkPages, signAdHoc } from './macho-sign.ts';

const PAGE = 4096;

/** The least that has what a signature needs: two segments, and a section that ends the header's free room. */
function machO({ room = 64, code = 3 * PAGE + 100 } = {}): Buffer {
  const commands = [
    segment('__TEXT', 0, PAGE, 32 + 152 + 72 + room),
    segment('__LINKEDIT', PAGE, code - PAGE),
  ];
  const header = Buffer.alloc(32);
  header.writeUInt32LE(0xfeedfacf, 0);
  header.writeUInt32LE(commands.length, 16);
  header.writeUInt32LE(Buffer.concat(commands).length, 20);
  const file = Buffer.alloc(code, 0x5a);
  const head = Buffer.concat([header, ...commands]);
  file.fill(0, 0, head.length + room);
  head.copy(file);
  return file;
}

function segment(name: string, offset: number, size: number, section?: number): Buffer {
  const command = Buffer.alloc(72 + (section ? 80 : 0));
  command.writeUInt32LE(0x19, 0);
  command.writeUInt32LE(command.length, 4);
  command.write(name, 8, 'latin1');
  command.writeBigUInt64LE(BigInt(offset), 40);
  command.writeBigUInt64LE(BigInt(size), 48);
  command.writeUInt32LE(section ? 1 : 0, 64);
  if (section) command.writeUInt32LE(section, 72 + 48);
  return command;
}

describe('the ad-hoc signature of a Mach-O file', () => {
  it('covers every page', () => {
    expect(checkPages(signAdHoc(machO(), 'dev.assay.test'))).toEqual({ pages: 4, bad: 0 });
  });

  it('is broken by a changed byte anywhere', () => {
    const signed = signAdHoc(machO(), 'dev.assay.test');
    for (const at of [500, PAGE + 1, 3 * PAGE + 99]) {
      const changed = Buffer.from(signed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(checkPages(changed).bad, `byte ${at}`).toBe(1);
    }
  });

  it('takes the place of one that is there', () => {
    const once = signAdHoc(machO(), 'dev.assay.test');
    expect(signAdHoc(once, 'dev.assay.test').equals(once)).toBe(true);
  });

  it('is not made where the header has no room for it', () => {
    expect(() => signAdHoc(machO({ room: 8 }), 'x')).toThrow('no room in the Mach-O header');
  });

  it.each([Buffer.alloc(0), Buffer.alloc(4096), Buffer.from('#!/bin/sh\n')])(
    'is not made of other files',
    (file) => {
      expect(() => signAdHoc(file, 'x')).toThrow('not a thin 64-bit Mach-O file');
    },
  );
});
