import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeAgentFrame, LIMITS } from '@assay/shared';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_BOUNDS, type Journal, openJournal, type SignedReport } from './journal.ts';
import { openPrivateDir, type PrivateDir } from './state/private-dir.ts';

const NOTHING = { full: 0, expired: 0, damaged: 0, refused: 0, unwritten: 0 };
const HOUR = 3_600_000;

let path: string;
let now = 1_790_000_000_000;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'assay-journal-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const file = () => join(path, 'journal');
const clock = { now: () => now };
const open = (bounds = DEFAULT_BOUNDS) => openJournal(openPrivateDir(path), clock, bounds);

const report = (number: number, bytes = 300): SignedReport => ({
  number,
  madeAt: now,
  envelope: {
    payload: Buffer.alloc(bytes, number),
    keyId: Buffer.alloc(32, 1),
    signature: Buffer.alloc(64, 2),
  },
});

/** All that waits, by delivering it. */
function drain(journal: Journal): number[] {
  const numbers: number[] = [];
  for (let batch = journal.batch(); batch.length > 0; batch = journal.batch()) {
    numbers.push(...batch.map(({ number }) => number));
    journal.acknowledged(batch.at(-1)?.number ?? 0);
  }
  return numbers;
}

it('gives back what it was given, in order and to the byte, also after a restart', () => {
  const before = open();
  before.append(report(3));
  before.append(report(7, 5000));
  before.close();

  const journal = open();
  expect(journal.batch()).toMatchObject([report(3), report(7, 5000)]);
  expect(journal.waiting).toBe(2);
  expect(journal.lost).toBeNull();
});

it('forgets what is acknowledged, and keeps the rest over a restart', () => {
  const before = open();
  for (const number of [1, 2, 3, 4]) before.append(report(number));
  before.acknowledged(2);
  before.close();
  expect(drain(open())).toEqual([3, 4]);
  expect(open().waiting).toBe(0);
});

it('fills frames up to the limit and never beyond', () => {
  const journal = open();
  for (let number = 1; number <= 100; number++) journal.append(report(number, 3000));
  for (let number = 101; number <= 300; number++) journal.append(report(number, 10));
  const sizes: number[] = [];
  for (let batch = journal.batch(); batch.length > 0; batch = journal.batch()) {
    expect(batch.length).toBeLessThanOrEqual(LIMITS.maxHistoryReports);
    const reports = batch.map(({ envelope }) => envelope);
    sizes.push(encodeAgentFrame({ type: 'history', reports, agentTime: now }).length);
    journal.acknowledged(batch.at(-1)?.number ?? 0);
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(LIMITS.maxFrameBytes);
  expect(Math.max(...sizes)).toBeGreaterThan(LIMITS.maxFrameBytes * 0.9);
});

describe('after a crash', () => {
  it('is what it was after some write, wherever the file was cut', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), bytes: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ kind: fc.constant('acknowledged' as const), back: fc.integer({ min: 0, max: 3 }) }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (steps, share) => {
          rmSync(file(), { force: true });
          const journal = open();
          const states = [{ size: 0, waiting: 0 }];
          steps.forEach((step, index) => {
            if (step.kind === 'append') journal.append(report(index + 1, step.bytes));
            else journal.acknowledged(Math.max(0, index - step.back));
            states.push({ size: statSync(file()).size, waiting: journal.waiting });
          });
          journal.close();
          const whole = readFileSync(file());
          const cut = Math.floor(share * whole.length);
          writeFileSync(file(), whole.subarray(0, cut));

          const expected = states.findLast(({ size }) => size <= cut);
          const after = open();
          expect(after.waiting).toBe(expected?.waiting);
          expect(after.lost).toEqual(expected?.size === cut ? null : { ...NOTHING, damaged: 1 });
          after.append(report(99));
          after.close();
          const numbers = drain(open());
          expect(numbers.at(-1)).toBe(99);
          expect(numbers).toHaveLength((expected?.waiting ?? 0) + 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('passes over a record that the disk damaged, and counts it', () => {
    const before = open();
    for (const number of [1, 2, 3]) before.append(report(number));
    before.close();
    const bytes = readFileSync(file());
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 4);
    writeFileSync(file(), bytes);
    const journal = open();
    expect(drain(journal)).toEqual([1, 3]);
    expect(journal.lost).toEqual({ ...NOTHING, damaged: 1 });
  });

  it('takes any bytes for a journal without falling over', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        writeFileSync(file(), bytes, { mode: 0o600 });
        const journal = open();
        journal.append(report(1));
        expect(drain(journal)).toEqual([1]);
        journal.close();
      }),
      { numRuns: 200 },
    );
  });
});

describe('what has to go', () => {
  it('is the oldest when there is no room left, and counted over restarts', () => {
    const bounds = { maxBytes: 20_000, maxAgeMs: HOUR };
    const before = open(bounds);
    for (let number = 1; number <= 40; number++) before.append(report(number, 900));
    before.close();
    expect(statSync(file()).size).toBeLessThanOrEqual(bounds.maxBytes);

    const journal = open(bounds);
    const dropped = journal.lost?.full ?? 0;
    expect(dropped).toBeGreaterThan(0);
    const kept = drain(journal);
    expect(kept).toEqual(Array.from({ length: 40 - dropped }, (_, index) => dropped + 1 + index));
    expect(journal.lost).toEqual({ ...NOTHING, full: dropped });
  });

  it('is a report that no history frame can hold', () => {
    const journal = open();
    journal.append(report(1, LIMITS.maxFrameBytes - 200));
    journal.append(report(2));
    expect(drain(journal)).toEqual([2]);
    expect(journal.lost).toEqual({ ...NOTHING, full: 1 });
  });

  it('is what is too old, and nothing else', () => {
    const bounds = { maxBytes: 100_000, maxAgeMs: HOUR };
    const journal = open(bounds);
    journal.append(report(1));
    now += HOUR;
    journal.append(report(2));
    now += 1;
    expect(journal.batch().map(({ number }) => number)).toEqual([2]);
    expect(journal.lost).toEqual({ ...NOTHING, expired: 1 });
  });

  it('is what the collector refuses, so that it never stands in the way', () => {
    const journal = open();
    for (const number of [1, 2, 3]) journal.append(report(number));
    journal.refused(2);
    expect(drain(journal)).toEqual([3]);
    expect(journal.lost).toEqual({ ...NOTHING, refused: 2 });
  });

  it.skipIf(process.platform !== 'linux')('is what a full disk takes, and the agent goes on', () => {
    const dir = openPrivateDir(path);
    const full = openSync('/dev/full', 'r+');
    const journal = openJournal(
      { ...dir, open: () => ({ path: '/dev/full', handle: full, close() {} }) },
      clock,
    );
    journal.append(report(1));
    expect(journal.waiting).toBe(0);
    expect(journal.lost).toEqual({ ...NOTHING, unwritten: 1 });
  });
});

it('does not grow while everything is acknowledged', () => {
  const journal = open();
  for (let number = 1; number <= 200; number++) {
    journal.append(report(number, 2000));
    journal.acknowledged(number);
  }
  expect(statSync(file()).size).toBeLessThan(100_000);
});

describe('where a file that is open cannot be replaced, as on Windows', () => {
  let open = 0;
  let refuses = false;
  function strictDir(): PrivateDir {
    const dir = openPrivateDir(path);
    return {
      ...dir,
      write(name, content) {
        if (open > 0) throw new Error('EPERM: operation not permitted, rename');
        dir.write(name, content);
      },
      open(name) {
        if (refuses) throw new Error('EMFILE: too many open files');
        const file = dir.open(name);
        open += 1;
        return {
          ...file,
          close() {
            open -= 1;
            file.close();
          },
        };
      },
    };
  }
  beforeEach(() => {
    open = 0;
    refuses = false;
  });

  it('what was delivered makes room for what comes', () => {
    const journal = openJournal(strictDir(), clock, { ...DEFAULT_BOUNDS, maxBytes: 200_000 });
    for (let number = 1; number <= 1000; number += 1) {
      journal.append(report(number, 1000));
      journal.acknowledged(number);
    }
    expect(journal.lost).toBeNull();
    expect(statSync(file()).size).toBeLessThan(200_000);
    journal.append(report(1001));
    journal.close();
    expect(open).toBe(0);
    expect(drain(openJournal(strictDir(), clock))).toEqual([1001]);
  });

  it('what waits is delivered once its file can be opened again', () => {
    const journal = openJournal(strictDir(), clock, { ...DEFAULT_BOUNDS, maxBytes: 100_000 });
    for (let number = 1; number <= 80; number += 1) journal.append(report(number, 1000));
    refuses = true;
    journal.acknowledged(60);
    journal.append(report(81, 1000));
    expect(journal.batch()).toEqual([]);
    refuses = false;
    expect(drain(journal)).toEqual([...Array.from({ length: 20 }, (_, i) => 61 + i)]);
    expect(journal.lost).toMatchObject({ unwritten: 1 });
  });
});
