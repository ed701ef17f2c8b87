// @ts-check
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem, say } from './run.mjs';

const RETRY_MS = 200;
// Longer than any set-up takes: then the number in the file is another process's by now.
const STALE_MS = 30 * 60_000;

/**
 * Runs something while holding a lock file, so that of two npm scripts started at once only one sets up and the
 * other waits for it. The lock of a process that is gone is taken over.
 * @param {string} file
 * @param {() => Promise<void>} work
 */
export async function withLock(file, work) {
  let told = false;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder === null) continue;
    if (!told) say(`Another npm script (process ${holder}) is setting up: waiting for it …`);
    told = true;
    await sleep(RETRY_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'EEXIST') return false;
    throw new Problem(`cannot set up here: ${message}`);
  }
}

/**
 * The process that holds a lock; null after a lock that nobody holds was removed.
 * @param {string} file
 */
function holderOf(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    const ageMs = Date.now() - statSync(file).mtimeMs;
    // Empty for a moment: created, and not yet written.
    if (ageMs < STALE_MS && (holder === 0 || isAlive(holder))) return holder;
    rmSync(file, { force: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  return null;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
