import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { SYSTEMD_ANALYZE } from './programs.ts';

const UNIT = join(import.meta.dirname, '../../collector/deploy/assay-collector.service');

needs(SYSTEMD_ANALYZE)("the collector's systemd unit", () => {
  let dir: string;
  let unit: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'assay-unit-'));
    unit = join(dir, 'assay-collector.service');
    // The program is not installed here.
    writeFileSync(unit, readFileSync(UNIT, 'utf8').replace('/usr/bin/assay-collector', process.execPath));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const analyze = (...args: string[]) =>
    execFileSync(SYSTEMD_ANALYZE.program, [...args, unit], { encoding: 'utf8', stdio: 'pipe' });

  it('is understood by systemd, without a complaint', () => {
    expect(analyze('verify', '--man=no')).toBe('');
  });

  it('leaves the collector next to no rights: exposure below 2.0 of 10', () => {
    expect(analyze('security', '--offline=true', '--threshold=20', '--no-pager')).toMatch(/exposure level/);
  });
});
