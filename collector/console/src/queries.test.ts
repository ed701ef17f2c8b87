import { describe, expect, test } from 'vitest';
import { parseChange } from './live.ts';
import { keysOf } from './queries.ts';

describe('a live change', () => {
  test('of an assessment reads the device, its timeline and the list again', () => {
    expect(keysOf({ kind: 'assessment', device: 'd1' })).toEqual([
      ['device', 'd1'],
      ['timeline', 'd1'],
      ['devices'],
    ]);
  });

  test('of a delivery leaves the list of devices alone', () => {
    expect(keysOf({ kind: 'delivery', device: 'd1' })).not.toContainEqual(['devices']);
    expect(keysOf({ kind: 'delivery', device: null })).toEqual([['targets']]);
  });

  test('that cannot be read is passed over', () => {
    expect(parseChange('{')).toBeNull();
    expect(parseChange('null')).toBeNull();
    expect(parseChange('{"device":"d1"}')).toBeNull();
    expect(parseChange('{"kind":"assessment","device":7}')).toEqual({ kind: 'assessment', device: null });
  });
});
