// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

// V8 makes another code cache of the same source each time, because its hash tables are seeded at random. Fixed seeds
// make it the same, but V8 then refuses it in a process without them: a hash of the flags is in its header
// (SerializedCodeData in V8's code-serializer.h: magic number, version, source, flags, length, checksum; the checksum
// is over what follows the header). Giving the product fixed seeds would take its protection against hash flooding
// and make every agent's jitter the same. So the cache is made with them, and its header says what it would without.

/** For the process that makes the cache. */
export const STEADY_FLAGS = ['--hash-seed=1', '--random-seed=1'];

const FLAGS_AT = 12;
const HEADER = "process.stdout.write(new vm.Script('0').createCachedData().toString('hex'))";

/**
 * Corrects the header of the code cache in a SEA blob that was generated with `STEADY_FLAGS`.
 * @param {string} blobFile
 * @param {string} node executable that generated it
 * @param {string[]} own flags that the product runs with
 * @throws Error when the header is not where and what it is expected to be: V8 has changed
 */
export function makeCacheSteady(blobFile, node, own) {
  const header = (/** @type {string[]} */ flags) =>
    Buffer.from(execFileSync(node, [...own, ...flags, '-e', HEADER], { encoding: 'utf8' }), 'hex');
  const steady = header(STEADY_FLAGS);
  const ordinary = header([]);
  const blob = readFileSync(blobFile);
  const start = blob.indexOf(steady.subarray(0, 8));
  const flags = steady.subarray(FLAGS_AT, FLAGS_AT + 4);
  const found = start >= 0 && blob.indexOf(steady.subarray(0, 8), start + 1) < 0;
  if (!found || blob.compare(flags, 0, 4, start + FLAGS_AT, start + FLAGS_AT + 4) !== 0)
    throw new Error(`the code cache of ${node} has an unknown header: its form is V8's own and may change`);
  ordinary.copy(blob, start + FLAGS_AT, FLAGS_AT, FLAGS_AT + 4);
  writeFileSync(blobFile, blob);
}
