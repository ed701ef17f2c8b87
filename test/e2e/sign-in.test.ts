import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { CHROMIUM, signIn, startBrowser } from '../idp/browser.ts';
import { createUserAgent } from '../idp/testing/user-agent.ts';
import type { Laptop } from '../laptop/tree.ts';
import { type SignInWorld, startSignInWorld } from './sign-in-world.ts';

/** Each way to fall that an agent notices by itself at once, how it is mended, and what its owner must read. */
const FALLS: [string, keyof Laptop & string, keyof Laptop & string, RegExp][] = [
  ['endpoint protection is removed', 'removeEdr', 'restoreEdr', /endpoint protection/i],
  ['the disk is decrypted', 'decryptDisk', 'encryptDisk', /disk/i],
  ['the system gets no more security updates', 'endSupport', 'renewSupport', /security updates/i],
];

describe.each(['ES256', 'RS256'] as const)('with events signed by %s', (alg) => {
  let world: SignInWorld;

  beforeAll(async () => {
    world = await startSignInWorld({ alg });
    await world.untilAllowed(true);
  });
  afterAll(() => world?.close());

  const change = (laptop: Laptop, name: keyof Laptop & string) => (laptop[name] as () => void)();

  async function openApp() {
    const agent = createUserAgent();
    const form = await agent.open(world.idp.appUrl);
    return { agent, page: await agent.submit(form.url, { ...world.person }) };
  }

  it('the owner of a laptop in order signs in', async () => {
    expect((await openApp()).page.text).toContain('Orders today');
  });

  it.each(FALLS)(
    'when %s, access ends and sign-in is refused with the reason; mended, it is allowed',
    async (...fall) => {
      const [, breaks, mends, reason] = fall;
      const { agent } = await openApp();

      change(world.laptop, breaks);
      await world.untilAllowed(false);
      const ended = await agent.open(world.idp.appUrl);
      expect(ended.status).toBe(403);
      const { page: refused } = await openApp();
      expect(refused.status).toBe(403);
      expect(refused.text).toMatch(reason);
      expect(refused.text).toContain(world.agent.deviceId);

      change(world.laptop, mends);
      await world.untilAllowed(true);
      expect((await openApp()).page.text).toContain('Orders today');
    },
  );
});

needs(CHROMIUM)('in Chromium', () => {
  let world: SignInWorld;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [browser, world] = await Promise.all([startBrowser(), startSignInWorld({ alg: 'RS256' })]);
    await world.untilAllowed(true);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    return () => context.close();
  });

  const shows = (name: string) => page.getByRole('heading', { name }).waitFor();

  it('the page changes under the eyes of its reader when the laptop falls, and again when it is mended', async () => {
    await signIn(page, world.idp.appUrl, world.person);
    await shows('Production data');

    world.laptop.removeEdr();
    await shows('Access refused');
    await page
      .getByText(/endpoint protection/i)
      .first()
      .waitFor();

    world.laptop.restoreEdr();
    await page.getByLabel('Password').fill(world.person.password);
    await page.keyboard.press('Enter');
    await shows('Production data');
  });

  it('somebody refused at sign-in is let in without another password once the laptop is mended', async () => {
    world.laptop.decryptDisk();
    await world.untilAllowed(false);
    await signIn(page, world.idp.appUrl, world.person);
    await shows('Access refused');

    world.laptop.encryptDisk();
    await shows('Production data');
  });
});
