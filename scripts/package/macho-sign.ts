import { createHash } from 'node:crypto';

// An ad-hoc code signature, as `codesign --sign -` would make: arm64 Macs start nothing without one, and no program
// that Linux has makes it. Structures: Apple's cs_blobs.h and loader.h; all of a signature is big-endian, all of the
// file around it little-endian.

const MH_MAGIC_64 = 0xfeedfacf;
const LC_SEGMENT_64 = 0x19;
const LC_CODE_SIGNATURE = 0x1d;
const PAGE = 4096;
const SHA256 = { size: 32, type: 2 };
const CS = { superBlob: 0xfade0cc0, codeDirectory: 0xfade0c02, adHoc: 0x2, mainBinary: 1n };
/** Empty set of requirements, and empty CMS: what an ad-hoc signature has in their place. */
const REQUIREMENTS = Buffer.from('fade0c010000000c00000000', 'hex');
const CMS = Buffer.from('fade0b0100000008', 'hex');

interface Segment {
  /** Offset of its load command. */
  at: number;
  fileOffset: number;
  fileSize: number;
}

interface MachO {
  commands: number;
  commandsEnd: number;
  /** Where the first section begins: what is before it and behind the commands is free. */
  firstSection: number;
  text: Segment;
  linkedit: Segment;
  signature: { at: number; offset: number } | null;
}

/** @throws Error when it is not a thin 64-bit Mach-O file */
function parse(file: Buffer): MachO {
  if (file.length < 32 || file.readUInt32LE(0) !== MH_MAGIC_64)
    throw new Error('not a thin 64-bit Mach-O file');
  const commands = file.readUInt32LE(16);
  const segments = new Map<string, Segment>();
  let signature: MachO['signature'] = null;
  let firstSection = file.length;
  let at = 32;
  for (let index = 0; index < commands; index++) {
    const command = file.readUInt32LE(at);
    if (command === LC_CODE_SIGNATURE) signature = { at, offset: file.readUInt32LE(at + 8) };
    if (command === LC_SEGMENT_64) {
      const name = file.toString('latin1', at + 8, at + 24).replace(/\0.*$/, '');
      const fileOffset = Number(file.readBigUInt64LE(at + 40));
      segments.set(name, { at, fileOffset, fileSize: Number(file.readBigUInt64LE(at + 48)) });
      for (let section = 0; section < file.readUInt32LE(at + 64); section++) {
        const offset = file.readUInt32LE(at + 72 + section * 80 + 48);
        if (offset > 0) firstSection = Math.min(firstSection, offset);
      }
    }
    at += file.readUInt32LE(at + 4);
  }
  const text = segments.get('__TEXT');
  const linkedit = segments.get('__LINKEDIT');
  if (!text || !linkedit) throw new Error('a Mach-O file without __TEXT or __LINKEDIT');
  return { commands, commandsEnd: at, firstSection, text, linkedit, signature };
}

/**
 * @param identifier what the signature calls the program
 * @returns the signed file
 * @throws Error when it is not a Mach-O file, or its header has no room for one command more
 */
export function signAdHoc(input: Buffer, identifier: string): Buffer {
  const file = parse(input);
  const { linkedit } = file;
  const codeEnd = file.signature?.offset ?? align(linkedit.fileOffset + linkedit.fileSize, 16);
  const body = Buffer.alloc(codeEnd);
  input.copy(body, 0, 0, Math.min(codeEnd, input.length));
  const command = file.signature?.at ?? addSignatureCommand(body, file);
  const directorySize = directoryOf(Buffer.alloc(0), identifier, file.text, codeEnd).length;
  const size = align(12 + 3 * 8 + directorySize + REQUIREMENTS.length + CMS.length, 16);
  body.writeUInt32LE(codeEnd, command + 8);
  body.writeUInt32LE(size, command + 12);
  const linkeditSize = codeEnd + size - linkedit.fileOffset;
  body.writeBigUInt64LE(BigInt(linkeditSize), linkedit.at + 48);
  body.writeBigUInt64LE(BigInt(align(linkeditSize, 0x4000)), linkedit.at + 32);
  const blob = superBlob(directoryOf(body, identifier, file.text, codeEnd));
  return Buffer.concat([body, blob], codeEnd + size);
}

function addSignatureCommand(body: Buffer, { commands, commandsEnd, firstSection }: MachO): number {
  if (commandsEnd + 16 > firstSection) throw new Error('no room in the Mach-O header for a signature');
  body.writeUInt32LE(commands + 1, 16);
  body.writeUInt32LE(body.readUInt32LE(20) + 16, 20);
  body.writeUInt32LE(LC_CODE_SIGNATURE, commandsEnd);
  body.writeUInt32LE(16, commandsEnd + 4);
  return commandsEnd;
}

/** CS_CodeDirectory, version 0x20400: a hash of each page, and of requirements as special slot 2. */
function directoryOf(body: Buffer, identifier: string, text: Segment, codeEnd: number): Buffer {
  const name = Buffer.from(`${identifier}\0`);
  const pages = Math.ceil(codeEnd / PAGE);
  const special = 2;
  const hashesAt = 88 + name.length + special * SHA256.size;
  const directory = Buffer.alloc(hashesAt + pages * SHA256.size);
  const head = [CS.codeDirectory, directory.length, 0x20400, CS.adHoc, hashesAt, 88, special, pages, codeEnd];
  for (const [index, value] of head.entries()) directory.writeUInt32BE(value, index * 4);
  directory.set([SHA256.size, SHA256.type, 0, Math.log2(PAGE)], 36);
  directory.writeBigUInt64BE(BigInt(text.fileOffset), 64);
  directory.writeBigUInt64BE(BigInt(text.fileSize), 72);
  directory.writeBigUInt64BE(CS.mainBinary, 80);
  name.copy(directory, 88);
  sha256(REQUIREMENTS).copy(directory, hashesAt - special * SHA256.size);
  for (let page = 0; page * PAGE < body.length; page++) {
    const hash = sha256(body.subarray(page * PAGE, Math.min((page + 1) * PAGE, codeEnd)));
    hash.copy(directory, hashesAt + page * SHA256.size);
  }
  return directory;
}

function superBlob(directory: Buffer): Buffer {
  const parts: [slot: number, Buffer][] = [
    [0, directory],
    [2, REQUIREMENTS],
    [0x10000, CMS],
  ];
  const head = Buffer.alloc(12 + parts.length * 8);
  let offset = head.length;
  for (const [index, [slot, part]] of parts.entries()) {
    head.writeUInt32BE(slot, 12 + index * 8);
    head.writeUInt32BE(offset, 16 + index * 8);
    offset += part.length;
  }
  head.writeUInt32BE(CS.superBlob, 0);
  head.writeUInt32BE(offset, 4);
  head.writeUInt32BE(parts.length, 8);
  return Buffer.concat([head, ...parts.map(([, part]) => part)]);
}

const align = (value: number, to: number) => Math.ceil(value / to) * to;
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest();

/**
 * Checks each page of a signed file against the hashes in its signature.
 * @returns how many pages there are, and how many do not fit
 * @throws Error when there is no signature with SHA-256
 */
export function checkPages(file: Buffer): { pages: number; bad: number } {
  const { signature } = parse(file);
  if (!signature) throw new Error('not signed');
  const blob = file.subarray(signature.offset);
  const directory = codeDirectories(blob).find((one) => one[37] === SHA256.type);
  if (!directory) throw new Error('no signature with SHA-256');
  const hashesAt = directory.readUInt32BE(16);
  const pages = directory.readUInt32BE(28);
  const limit = directory.readUInt32BE(32);
  const size = 2 ** (directory[39] as number);
  let bad = 0;
  for (let page = 0; page < pages; page++) {
    const hash = sha256(file.subarray(page * size, Math.min((page + 1) * size, limit)));
    const said = directory.subarray(hashesAt + page * SHA256.size, hashesAt + (page + 1) * SHA256.size);
    if (!hash.equals(said)) bad++;
  }
  return { pages, bad };
}

const codeDirectories = (blob: Buffer): Buffer[] =>
  Array.from({ length: blob.readUInt32BE(8) }, (_, index) => blob.readUInt32BE(16 + index * 8))
    .filter((at) => blob.readUInt32BE(at) === CS.codeDirectory)
    .map((at) => blob.subarray(at, at + blob.readUInt32BE(at + 4)));
