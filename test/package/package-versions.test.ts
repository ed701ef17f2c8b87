import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { systemVersion } from '../../scripts/package/linux/linux-package.ts';
import { needs } from '../helpers/needs.ts';

const DPKG = '/usr/bin/dpkg';

it('a release has the version that it has everywhere', () => {
  expect(systemVersion('1.2.3')).toBe('1.2.3');
});

needs({ program: DPKG, debian: 'dpkg' })('to dpkg', () => {
  const comesBefore = (one: string, other: string) =>
    spawnSync(DPKG, ['--compare-versions', systemVersion(one), 'lt', systemVersion(other)]).status === 0;

  it.each([
    ['1.0.0-rc1', '1.0.0'],
    ['1.0.0-beta.2', '1.0.0-rc.1'],
    ['0.9.9', '1.0.0-rc1'],
  ])('%s comes before %s', (one, other) => {
    expect([comesBefore(one, other), comesBefore(other, one)]).toEqual([true, false]);
  });
});
