import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { account } from './account.ts';

const MODULE = new URL('./account.ts', import.meta.url).href;

it('is the name of the account', () => {
  expect(account()).toBe(userInfo().username);
});

it.runIf(process.getuid?.() === 0)('is its number where the system has no name for it', () => {
  const program = `
    import { account } from ${JSON.stringify(MODULE)};
    process.setuid(54321);
    process.stdout.write(account());`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(said).toBe('uid 54321');
});
