import { describe, expect, it } from 'vitest';
import { identityOf, newIdentity } from './identity.ts';

it('takes names as one line each: a device must not write further lines into a list of devices', () => {
  const hardware = {
    hostname: 'laptop\n019a  trusted 100  other',
    vendor: 'A\r\nB',
    model: ' C ',
    problems: [],
  };
  expect(identityOf(hardware)).toMatchObject({
    ...{ hostname: 'laptop 019a trusted 100 other', vendor: 'A B', model: 'C' },
  });
});

it('takes no name that would make what targets are told of the device too long to be told', () => {
  const long = 'SN-1'.repeat(15_000);
  const { hostname, serial, vendor, model } = identityOf({
    ...{
      hostname: `${'y'.repeat(254)}\u{1f600}${long}`,
      serial: long,
      vendor: long,
      model: long,
      problems: [],
    },
  });
  expect([hostname, serial, vendor, model].map((name) => name?.length)).toEqual([255, 255, 255, 255]);
  expect(hostname.isWellFormed()).toBe(true);
});

describe('what a report says of who the device is', () => {
  const UUID = '4c4c4544-0042-3510-8054-b7c04f4d3333';
  const said = { hostname: 'laptop', serial: 'SN-1', uuid: UUID, vendor: 'A', model: 'B', problems: [] };
  const known = identityOf(said);

  it('is nothing new while it is what is known', () => {
    expect(newIdentity(known, said)).toBeNull();
  });

  it('takes back no serial and no UUID that it could not read this time', () => {
    const { serial: _, uuid: __, ...rest } = said;
    expect(newIdentity(known, rest)).toBeNull();
    expect(newIdentity(known, { ...rest, hostname: 'renamed' })).toEqual({ ...known, hostname: 'renamed' });
  });

  it('is another machine where it tells of another one', () => {
    expect(newIdentity(known, { ...said, serial: 'SN-2' })).toMatchObject({ serial: 'SN-2', uuid: UUID });
  });
});
