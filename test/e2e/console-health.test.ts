import { unknown } from '@assay/shared';
import { afterEach, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession } from '../helpers/raw-agent.ts';
import { startTestCollector } from '../helpers/test-collector.ts';
import { CHROMIUM, startBrowser } from '../idp/browser.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step();
});

needs(CHROMIUM)('the console in Chromium', () => {
  it('says on every page what is stuck, with what to make of it', async () => {
    const world = await startTestCollector();
    closing.push(() => world.close());
    const session = await openRawSession(world.door, await world.enroll());
    closing.push(() => session.close());
    await session.report(1, {
      ...posture({ encrypted: true }),
      tpm: { ...unknown('timeout', 'no answer within 5000 ms'), observedAt: Date.now() },
    });

    const browser = await startBrowser();
    closing.push(() => browser.close());
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await page.goto(world.collector.signInUrl());
    const banner = page.getByRole('note').filter({ hasText: 'Some devices need a look' });
    await banner.waitFor();
    expect(await banner.textContent()).toContain('On 1 device a probe hangs or crashes');
    await page.getByRole('link', { name: 'Targets' }).click();
    await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor();
    expect(await banner.count()).toBe(1);
  });

  it('shows what the canary measures, and the canary as what it is', async () => {
    const world = await startTestCollector({ canaryIntervalS: 1 });
    closing.push(() => world.close());
    const browser = await startBrowser();
    closing.push(() => browser.close());
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, colorScheme: 'dark' })).newPage();
    await page.goto(world.collector.signInUrl());
    await page.getByRole('link', { name: 'Health' }).click();
    await page.getByRole('heading', { level: 1, name: 'Health' }).waitFor();
    const card = page.getByRole('region', { name: 'From a change until it is told' });
    await card.getByRole('status').filter({ hasText: 'Changes are told' }).waitFor();
    expect(await card.getByRole('rowheader').allTextContents()).toEqual(['Hour', 'Day', '30 days']);
    await card.getByRole('definition').first().filter({ hasText: / m?s$/ }).waitFor();
    await card.getByRole('link', { name: 'The canary’s page' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'canary' }).waitFor();
    await page.getByRole('note').filter({ hasText: 'Not a computer' }).waitFor();
    expect(await page.getByRole('button', { name: 'Manage' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Devices', exact: true }).first().click();
    await page.getByRole('heading', { name: 'No device yet' }).waitFor();
  });
});
