import { expect, it } from 'vitest';
import { createBacklog } from './backlog.ts';

it('has no room at its limit, and calls those who wait, once, when half of it is gone', () => {
  const backlog = createBacklog(100);
  let called = 0;
  for (let i = 0; i < 4; i++) backlog.add(25);
  expect(backlog.hasRoom).toBe(false);
  backlog.whenRoom(() => called++);
  backlog.done(25);
  expect(called).toBe(0);
  backlog.done(25);
  backlog.done(25);
  expect(called).toBe(1);
  expect(backlog).toMatchObject({ bytes: 25, hasRoom: true });
});

it('calls those who wait until all is worked on, once, and not who gave up', () => {
  const backlog = createBacklog(100);
  const called: string[] = [];
  backlog.add(25);
  backlog.add(10);
  backlog.whenDone(() => called.push('waits'));
  backlog.whenDone(() => called.push('gave up'))();
  backlog.done(25);
  expect(called).toEqual([]);
  expect(backlog.isUnderWay).toBe(true);
  backlog.done(10);
  expect(backlog.isUnderWay).toBe(false);
  backlog.add(1);
  backlog.done(1);
  expect(called).toEqual(['waits']);
});
