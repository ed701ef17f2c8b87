import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemVersion } from './linux-package.ts';

it('leaves a release as it is', () => {
  expect(systemVersion('1.2.3')).toBe('1.2.3');
});

describe.runIf(existsSync('/usr/bin/dpkg'))('by dpkg', () => {
  const comesBefore = (one: string, other: string) =>
    spawnSync('/usr/bin/dpkg', ['--compare-versions', systemVersion(one), 'lt', systemVersion(other)])
      .status === 0;

  it.each([
    ['1.0.0-rc1', '1.0.0'],
    ['1.0.0-beta.2', '1.0.0-rc.1'],
    ['0.9.9', '1.0.0-rc1'],
  ])('%s comes before %s', (one, other) => {
    expect([comesBefore(one, other), comesBefore(other, one)]).toEqual([true, false]);
  });
});
