import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { CHROMIUM, startBrowser } from '../idp/browser.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

needs(CHROMIUM)('the audit log, in the console', () => {
  let world: LifecycleWorld;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    world = await startLifecycleWorld();
    browser = await startBrowser();
    const { body } = await world.call('POST', '/sign-in-codes', { name: 'ada' });
    page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await page.goto(`${world.door.url}/sign-in#code=${(body as { code: string }).code}`);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const rows = () => page.getByRole('row').filter({ has: page.getByRole('rowheader') });

  it('says who did what, through what, and what it changed', async () => {
    const { deviceId } = await world.join({});
    await world.call('PUT', `/devices/${deviceId}/owner`, { owner: 'grace@example.com' });
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByText('the chain of hashes is whole').waitFor();
    const given = page.getByRole('row', { name: /device\.set_owner/ });
    expect(await given.innerText()).toContain('nobody → grace@example.com');
    expect(await given.innerText()).toContain(deviceId);
    expect(await given.innerText()).toMatch(/owner:.*grace@example\.com/s);
    const signedIn = page.getByRole('row', { name: /sign_in\.create/ });
    expect(await signedIn.innerText()).toMatch(/ada\s+in the console/);
  });

  it('goes back to its beginning, newest first', async () => {
    for (let i = 0; i < 110; i++) await world.call('POST', '/enrollment-tokens', { uses: 1 });
    await page.reload();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(100);
    expect(await rows().first().innerText()).toContain('enrollment_token.create');
    await page.getByRole('button', { name: 'Older' }).click();
    await page.getByRole('row', { name: /sign_in_code\.create/ }).waitFor();
    await page.getByRole('button', { name: 'Older' }).waitFor({ state: 'detached' });
  });

  it('is an alarm when an entry is not what was written', async () => {
    const db = new Database(join(dirname(dirname(world.collector.caFile)), 'assay.db'));
    db.exec("DROP TRIGGER audit_is_never_changed; UPDATE audit SET who = 'nobody' WHERE id = 2");
    db.close();
    await page.reload();
    await page.getByRole('alert').getByText('From entry 2 on it is not what was written').waitFor();
  });
});
