import { expect, it } from 'vitest';
import { identityOf } from './identity.ts';

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
