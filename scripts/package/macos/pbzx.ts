import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';
import type { Compression } from '../compression.ts';
import { PackageError } from '../package-error.ts';

/**
 * Each is compressed for itself. Apple's own packages have 16 MiB; the format says how long they are, and with
 * longer ones the package for Intel has 30.6 MB and not 31.2.
 */
const BLOCK_BYTES = 32 * 1024 * 1024;

const PRESET: Record<Compression, string> = { small: '--lzma2=preset=6,dict=32MiB', quick: '-0' };

/**
 * Apple's block compression with xz, a third smaller than gzip: what `pkgbuild --compression latest` makes, and every
 * macOS since 10.10 unpacks. Format: compression_tool(1), "Block compression file format"; all numbers are big-endian.
 * @throws PackageError when xz is missing or fails
 */
export async function pbzx(bytes: Buffer, compression: Compression): Promise<Buffer> {
  const pieces: Buffer[] = [Buffer.from('pbzx'), u64(BLOCK_BYTES)];
  const atOnce = availableParallelism();
  for (let at = 0; at < bytes.length; at += atOnce * BLOCK_BYTES) {
    const blocks = Array.from({ length: atOnce }, (_, index) => at + index * BLOCK_BYTES)
      .filter((start) => start < bytes.length)
      .map((start) => bytes.subarray(start, start + BLOCK_BYTES));
    pieces.push(...(await Promise.all(blocks.map((block) => compressed(block, compression)))));
  }
  return Buffer.concat(pieces);
}

/** A block with its two sizes; where they are the same, it is stored as it was. */
async function compressed(block: Buffer, compression: Compression): Promise<Buffer> {
  const smaller = await xz(block, compression);
  const stored = smaller.length < block.length ? smaller : block;
  return Buffer.concat([u64(block.length), u64(stored.length), stored]);
}

/** CRC32 is the one check that every reader of xz knows. */
async function xz(block: Buffer, compression: Compression): Promise<Buffer> {
  const args = ['--compress', '--stdout', '--threads=1', '--check=crc32', PRESET[compression]];
  const child = spawn('xz', args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () => reject(new PackageError('xz is not installed: apt-get install xz-utils')));
    child.once('exit', (code) => code && reject(new PackageError(`xz failed with ${code}`)));
  });
  child.stdin.on('error', () => {}); // It ended early, which is told by its exit.
  child.stdin.end(block);
  return Promise.race([buffer(child.stdout), failed]);
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
