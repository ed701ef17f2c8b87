import { expect, it } from 'vitest';
import type { Settings } from '../service/settings.ts';
import { readUpdateSettings } from './update-settings.ts';

const said = (words: Record<string, string>): Settings => ({
  read: async (setting) => words[setting],
  async forgetJoinString() {},
});

it('updates are off unless somebody says otherwise, and an option goes before IT', async () => {
  expect(await readUpdateSettings({}, said({}))).toMatchObject({
    ...{ on: false, pin: null, intervalS: 21_600, trialS: 600 },
  });
  expect(await readUpdateSettings({}, said({ updates: 'On' }))).toMatchObject({ on: true });
  expect(await readUpdateSettings({ updates: 'off' }, said({ updates: 'on' }))).toMatchObject({ on: false });
  const pinned = await readUpdateSettings(
    { updatePin: '2.0.0' },
    said({ updates: 'on', updatePin: '1.0.0' }),
  );
  expect(pinned).toMatchObject({ on: true, pin: '2.0.0' });
});

it.each([
  [{ updates: 'yes' }, /on or off.*yes/],
  [{ updates: 'on', updatePin: '1.2' }, /pinned version 1\.2/],
  [{ updates: 'on', updateInterval: 'daily' }, /interval/],
  [{ updates: 'on', updateInterval: '0' }, /interval/],
  [{ updates: 'on', updateTrial: '10m' }, /on trial for 1 to 86400 seconds/],
])('%j makes no sense: updates are off, and it says why', async (words, why) => {
  const { on, problem } = await readUpdateSettings({}, said(words as unknown as Record<string, string>));
  expect(on).toBe(false);
  expect(problem).toMatch(why);
});
