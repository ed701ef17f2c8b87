import type { Browser, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { CHROMIUM, signIn, startBrowser } from './browser.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import {
  AUDIENCE,
  complianceChange,
  push,
  startTransmitter,
  type Transmitter,
} from './testing/transmitter.ts';

const ADA = { email: 'ada@example.com', name: 'Ada Lovelace', password: 'correct horse' };

needs(CHROMIUM)('the identity provider in Chromium', () => {
  let browser: Browser;
  let transmitter: Transmitter;
  let idp: IdentityProvider;
  let page: Page;

  beforeAll(async () => {
    [browser, transmitter] = await Promise.all([startBrowser(), startTransmitter()]);
    return () => Promise.all([browser.close(), transmitter.close()]);
  });
  beforeEach(async () => {
    idp = await startIdentityProvider({ users: [ADA], collector: transmitter, audience: AUDIENCE });
    const context = await browser.newContext();
    page = await context.newPage();
    return async () => {
      await context.close();
      await idp.close();
    };
  });

  const tell = async (claims: Record<string, unknown>) =>
    expect((await push(idp.ssfEndpoint, await transmitter.sign(claims))).status).toBe(202);

  it('ends what is on the screen when the device falls, and asks for the password once it is mended', async () => {
    const troubles: string[] = [];
    await tell(complianceChange('compliant'));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) troubles.push(message.text());
    });
    await signIn(page, idp.appUrl, ADA);
    await page.getByRole('heading', { name: 'Production data' }).waitFor();

    await tell(complianceChange('not-compliant', { reason: 'Disk encryption is off on ada-thinkpad.' }));
    await page.getByRole('heading', { name: 'Access refused' }).waitFor();
    await page.getByText('Disk encryption is off on ada-thinkpad.').waitFor();

    await tell(complianceChange('compliant'));
    await page.getByLabel('Password').fill(ADA.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Production data' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('refuses a right password while the device is out of order, then needs no second one', async () => {
    await tell(complianceChange('not-compliant'));
    await signIn(page, idp.appUrl, ADA);
    await page.getByRole('heading', { name: 'Access refused' }).waitFor();
    await tell(complianceChange('compliant'));
    await page.getByRole('heading', { name: 'Production data' }).waitFor();
  });

  it('can be used with the keyboard alone', async () => {
    await tell(complianceChange('compliant'));
    await page.goto(idp.appUrl);
    // A browser moves the focus by itself only once the page is drawn: keys pressed before that go nowhere.
    await page.locator('input[type=email]:focus').waitFor();
    await page.keyboard.type(ADA.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ADA.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Production data' }).waitFor();
  });
});
