import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { CHROMIUM, openConsole, startBrowser } from '../idp/browser.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

const word = (length: number) => 'w'.repeat(length);

needs(CHROMIUM)('the console on a narrow window', () => {
  let world: LifecycleWorld;
  let browser: Browser;
  let page: Page;
  let device: string;

  beforeAll(async () => {
    world = await startLifecycleWorld();
    const token = await world.issue({ owner: `${word(60)}@example.com` });
    device = (await world.join({ token, hostname: word(120) })).deviceId;
    await world.call('POST', '/targets', {
      ...{ name: word(100), kind: 'webhook', config: { url: `https://127.0.0.1:9/${word(200)}` } },
    });
    const until = Date.now() + 3_600_000;
    await world.call('POST', '/exemptions', { check: 'disk-encryption', device, until, reason: word(300) });
    await world.call('POST', `/devices/${device}/revoke`, { reason: word(300) });
    browser = await startBrowser();
    page = await openConsole(browser, world.collector.signInUrl());
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each([1400, 768, 360])('of %i pixels shows every page whole, however long names are', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const wide: string[] = [];
    const pages = ['', 'coverage', 'policy', 'exemptions', 'targets', 'enrollment', 'audit', 'health'];
    for (const path of [...pages, `devices/${device}`]) {
      await page.goto(`${world.door.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => page.getByText(/^Loading /).count()).toBe(0);
      const shown = await page.evaluate('document.documentElement.scrollWidth');
      if (shown !== width) wide.push(`/${path}: ${shown}`);
    }
    expect(wide).toEqual([]);
  });
});
