import { beforeEach, expect, it } from 'vitest';
import { createStandingReport, type StandingReport } from './standing-report.ts';

const HOUR = 3_600_000;
const report = (number: number) => ({ number, digest: new Uint8Array(32).fill(number) });

let standing: StandingReport;
let clock: number;
let timer: number;
beforeEach(() => {
  clock = 1_700_000_000_000;
  timer = 5000;
  standing = createStandingReport({ now: () => clock }, () => timer);
});

function passes(ms: number): void {
  clock += ms;
  timer += ms;
}

it('stands from its acknowledgement on, until it is due to be followed by another', () => {
  standing.sent(report(7));
  expect(standing.at(7, HOUR)).toBeNull();
  standing.acknowledged(7);
  passes(HOUR / 4);
  expect(standing.at(7, HOUR)).toEqual({ report: report(7), leftMs: (HOUR * 3) / 4 });
  passes((HOUR * 3) / 4);
  expect(standing.at(7, HOUR)).toBeNull();
});

it('grows old while the laptop sleeps, and when its clock is set back', () => {
  standing.sent(report(1));
  standing.acknowledged(1);
  clock -= HOUR;
  timer += HOUR / 2;
  expect(standing.at(1, HOUR)?.leftMs).toBe(HOUR / 2);
  clock += 3 * HOUR;
  expect(standing.at(1, HOUR)).toBeNull();
});

it('does not stand for a collector that has another one as its newest', () => {
  standing.sent(report(7));
  standing.acknowledged(7);
  expect(standing.at(6, HOUR)).toBeNull();
  expect(standing.at(8, HOUR)).toBeNull();
});

it('falls when something changes, and when a later one is on its way', () => {
  standing.sent(report(1));
  standing.acknowledged(1);
  standing.fall();
  standing.acknowledged(1);
  expect(standing.at(1, HOUR)).toBeNull();

  standing.sent(report(2));
  standing.sent(report(3));
  standing.acknowledged(2);
  expect(standing.at(2, HOUR)).toBeNull();
  standing.acknowledged(3);
  expect(standing.at(3, HOUR)?.report.number).toBe(3);
});
