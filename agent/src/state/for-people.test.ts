import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createKeeper } from './for-people.ts';

it('goes on when it cannot write, and says so once until it can again', () => {
  const said: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(JSON.parse(line).detail) });
  const keep = createKeeper(log);
  const full = () => {
    throw new Error('ENOSPC');
  };
  keep(full);
  keep(full);
  keep(() => {});
  keep(full);
  expect(said).toEqual(['ENOSPC', 'ENOSPC']);
});
