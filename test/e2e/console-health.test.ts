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
});
