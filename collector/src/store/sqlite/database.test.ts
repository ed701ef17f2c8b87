import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UpgradeStep } from '../store.ts';
import { beforeUpgrade, openForWriting } from './database.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-database-'));
  file = join(dir, 'assay.db');
});
afterEach(() => rmSync(dir, { recursive: true }));

const first = { version: 1, sql: 'CREATE TABLE things (name TEXT); INSERT INTO things VALUES (1)' };
const second = { version: 2, sql: 'ALTER TABLE things ADD COLUMN size INTEGER; DELETE FROM things' };
const broken = { version: 2, sql: 'DELETE FROM things; SELECT nonsense' };

test('before a schema is changed, the database is copied beside itself, and the copy is for its owner alone', () => {
  openForWriting(file, { migrations: [first] }).close();
  openForWriting(file, { migrations: [first, second] }).close();
  const copy = beforeUpgrade(file, 1);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const before = new Database(copy, { readonly: true });
  expect(before.pragma('user_version', { simple: true })).toBe(1);
  expect(before.prepare('SELECT name FROM things').pluck().all()).toEqual(['1']);
  before.close();
});

test('a first start, and one that changes nothing, copy nothing', () => {
  openForWriting(file, { migrations: [first, second] }).close();
  openForWriting(file, { migrations: [first, second] }).close();
  for (const version of [0, 1, 2]) expect(existsSync(beforeUpgrade(file, version))).toBe(false);
});

test('each step of an upgrade is told before it begins, and a first start is none', () => {
  const told: UpgradeStep[] = [];
  const tell = (step: UpgradeStep) => told.push(step);
  openForWriting(file, { migrations: [first], tell }).close();
  expect(told).toEqual([]);
  expect(() => openForWriting(file, { migrations: [first, broken], tell })).toThrow(/nonsense/);
  expect(told).toEqual([
    { kind: 'copy', schema: 1, megabytes: 1 },
    { kind: 'migrate', schema: 2, megabytes: 1 },
  ]);
  openForWriting(file, { migrations: [first, second] }).close();
  told.length = 0;
  openForWriting(file, { migrations: [first, second], tell }).close();
  expect(told).toEqual([]);
});

test('a migration that fails leaves the database as it was, and the next try goes through', () => {
  openForWriting(file, { migrations: [first] }).close();
  expect(() => openForWriting(file, { migrations: [first, broken] })).toThrow(/nonsense/);
  const db = openForWriting(file, { migrations: [first, second] });
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  db.close();
});

test('a newer schema is refused by its number, and nothing is changed', () => {
  openForWriting(file, { migrations: [first, second] }).close();
  expect(() => openForWriting(file, { migrations: [first] })).toThrow(
    expect.objectContaining({ code: 'database_newer', message: expect.stringContaining('schema version 2') }),
  );
});
