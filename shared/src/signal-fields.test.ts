import { describe, expect, it } from 'vitest';
import { fieldsOf, SIGNAL_FIELDS, uncatalogued } from './signal-fields.ts';
import { SIGNAL_NAMES } from './signals.ts';

describe('the catalogue of fields', () => {
  it('says of each in words what it holds', () => {
    expect(Object.keys(SIGNAL_FIELDS).sort()).toEqual([...SIGNAL_NAMES].sort());
    for (const { meaning } of SIGNAL_NAMES.flatMap(fieldsOf)) expect(meaning).not.toBe('');
  });

  it('finds what a value holds and nobody told of, however deep', () => {
    const volume = { mount: '/', secret: 'x', notes: ['a'] };
    expect(uncatalogued('disk_encryption', { system_volume: volume, volumes: [volume], extra: 1 })).toEqual([
      'disk_encryption.system_volume.secret',
      'disk_encryption.volumes.secret',
      'disk_encryption.extra',
    ]);
    expect(uncatalogued('tpm', { version: { nested: 1 } })).toEqual(['tpm.version']);
    expect(uncatalogued('tpm', { version: '2.0' })).toEqual([]);
  });
});
