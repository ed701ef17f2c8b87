import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import {
  confirmed,
  forgetVersions,
  isBarred,
  loadUpdateState,
  rolledBack,
  saveUpdateState,
  type UpdateState,
  withoutOvertaken,
} from './update-state.ts';

const DAY_MS = 86_400_000;
let dir: PrivateDir;
beforeEach(() => {
  dir = openPrivateDir(mkdtempSync(join(tmpdir(), 'assay-update-state-')));
});
afterEach(() => rmSync(dir.path, { recursive: true }));

const onTrial: UpdateState = {
  current: '0.1.0',
  trial: { version: '0.2.0', crashes: 0, starts: 1 },
  ...{ failed: {}, root: null, lastCheck: null },
};
const failed = (state: UpdateState, at: number) =>
  rolledBack({ ...state, trial: onTrial.trial }, { at, why: 'crashed' });

test('what was saved is loaded', () => {
  saveUpdateState(dir, onTrial);
  expect(loadUpdateState(dir)).toEqual(onTrial);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"current":"../../bin"}',
  '{"trial":{"version":"sh"}}',
  '{"failed":{"x":1}}',
])('a state file that says %s counts as none: the installed version runs', (text) => {
  writeFileSync(join(dir.path, 'state.json'), text, { mode: 0o600 });
  expect(loadUpdateState(dir)).toMatchObject({ current: null, trial: null });
});

test('a version that has reported is the current one, and its failures of before are forgotten', () => {
  expect(confirmed(failed(onTrial, 0))).toMatchObject({ current: '0.1.0' });
  const second = { ...failed(onTrial, 0), trial: onTrial.trial };
  expect(confirmed(second)).toMatchObject({ current: '0.2.0', trial: null, failed: {} });
});

test('a version that failed gives way to the one before, for a day, and after three times for ever', () => {
  let state = failed(onTrial, 0);
  expect(state).toMatchObject({ current: '0.1.0', trial: null });
  expect(isBarred(state, '0.2.0', DAY_MS - 1)).toBe(true);
  expect(isBarred(state, '0.2.0', DAY_MS)).toBe(false);
  // Dated ahead of a clock that has been set back since.
  expect(isBarred(state, '0.2.0', -1)).toBe(false);
  expect(isBarred(state, '0.3.0', 0)).toBe(false);
  state = failed(failed(state, DAY_MS), 2 * DAY_MS);
  expect(isBarred(state, '0.2.0', 1000 * DAY_MS)).toBe(true);
});

test('what a package has brought meanwhile goes before what was fetched', () => {
  const state = rolledBack(
    { ...onTrial, current: '0.2.0', trial: { version: '0.1.5', crashes: 0, starts: 0 } },
    { at: 0, why: 'x' },
  );
  expect(withoutOvertaken(state, '0.1.9')).toMatchObject({ current: '0.2.0', failed: {} });
  expect(withoutOvertaken(state, '0.2.0')).toMatchObject({ current: null });
  const tried = { ...onTrial, trial: { version: '0.3.0', crashes: 1, starts: 1 } };
  expect(withoutOvertaken(tried, '0.3.0')).toMatchObject({ current: null, trial: null });
  expect(withoutOvertaken(tried, '0.2.0')).toMatchObject({ current: null, trial: tried.trial });
});

test('a package that is older than what was fetched changes nothing', () => {
  expect(withoutOvertaken(onTrial, '0.0.9')).toBe(onTrial);
});

test('what was fetched can be forgotten, but not which root was trusted', () => {
  expect(forgetVersions({ ...onTrial, root: 'abc' })).toMatchObject({
    current: null,
    trial: null,
    root: 'abc',
  });
});
