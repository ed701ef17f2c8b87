import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { posture } from '../helpers/posture.ts';
import type { RawDevice } from '../helpers/raw-agent.ts';
import { CHROMIUM, openConsole, startBrowser } from '../idp/browser.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

needs(CHROMIUM)('what an administrator does to devices, in the console', () => {
  let world: LifecycleWorld;
  let browser: Browser;
  let page: Page;
  let device: RawDevice;

  beforeAll(async () => {
    world = await startLifecycleWorld();
    browser = await startBrowser();
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    page = await context.newPage();
    await page.goto(world.collector.signInUrl());
    await page.getByRole('heading', { name: 'No device yet' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(async () => {
    device = await world.join({});
    await world.report(device, 1);
  });

  const open = (id: string) => page.goto(`${world.door.url}/devices/${id}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const manage = async (item: RegExp) => {
    await button('Manage').click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('approves a device that waits', async () => {
    const waiting = await world.join({ token: await world.issue({ approval: true }) });
    await world.report(waiting, 1);
    await open(waiting.deviceId);
    await page.getByText('Waits for approval').waitFor();
    await page.getByText('This device waits for an administrator').first().waitFor();
    await button('Approve').click();
    await page.getByRole('heading', { level: 2, name: /^Trusted since/ }).waitFor();
    await page.getByText('Waits for approval').waitFor({ state: 'detached' });
  });

  it('shows both sides of a conflict, in the list too, and revokes the other device when asked to', async () => {
    const old = await world.join({ serial: 'SN-CONSOLE' });
    await world.report(old, 1, 'SN-CONSOLE');
    const fresh = await world.join({ serial: 'SN-CONSOLE' });
    await world.report(fresh, 1, 'SN-CONSOLE');
    await page.goto(world.door.url);
    await expect.poll(() => page.getByText('in conflict').count()).toBe(2);

    await open(old.deviceId);
    await page.getByText(/disputes this one's place/).waitFor();
    await page.getByRole('link', { name: 'Look at the other device' }).click();
    await page.getByText('In conflict, quarantined').waitFor();
    await button('Keep this one, revoke the other').click();
    await button('Revoke for good').click();
    await page.getByRole('heading', { level: 2, name: /^Trusted since/ }).waitFor();
    expect((await world.detail(old.deviceId)).device.state).toBe('revoked');
  });

  it('gives a device to another person', async () => {
    await open(device.deviceId);
    await manage(/Change owner/);
    await page.getByLabel('E-mail of the owner').fill('grace');
    await button('Change owner').click();
    await page.locator('input:invalid:focus').waitFor();
    await page.getByLabel('E-mail of the owner').fill('grace@example.com');
    await page.keyboard.press('Enter');
    await page.locator('.device-facts').getByText('grace@example.com').waitFor();
    await page.getByText('Owner changed').first().waitFor();
  });

  it('revokes a device only with a reason, and says so on its page', async () => {
    await open(device.deviceId);
    await manage(/Revoke/);
    await button('Revoke for good').click();
    await page.locator('input:invalid:focus').waitFor();
    await page.getByLabel('Reason').fill(' ');
    await button('Revoke for good').click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('Reason').fill('lost in a train');
    await button('Revoke for good').click();
    await page.getByText('Lost in a train.', { exact: true }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^Untrusted since/ }).waitFor();
  });

  it('sends nobody to a device that is gone, to look why it is silent', async () => {
    const { assessment } = await world.detail(device.deviceId);
    await world.revoke(device.deviceId);
    const later = await openConsole(browser, world.collector.signInUrl());
    // A day later: as long as its verdict held, and more.
    await later.route(`**/api/v1/devices/${device.deviceId}`, async (route) => {
      const response = await route.fetch();
      const detail = await response.json();
      detail.assessment.validUntil = assessment?.assessedAt ?? 0;
      await route.fulfill({ response, json: detail });
    });
    await later.goto(`${world.door.url}/devices/${device.deviceId}`);
    await later.getByText('Revoked', { exact: true }).first().waitFor();
    expect(await later.getByText('out of date').count()).toBe(0);
    expect(await later.getByRole('button', { name: 'Check again' }).count()).toBe(0);
  });

  it('says that it was checked just now only as long as that is so', async () => {
    const other = await world.join({});
    const session = await world.report(other, 1);
    const own = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await own.clock.install();
    await own.goto(world.collector.signInUrl());
    await own.getByRole('navigation', { name: 'Pages' }).waitFor();
    await own.goto(`${world.door.url}/devices/${other.deviceId}`);
    await own.getByRole('button', { name: 'Check again' }).click();
    await own.getByText('Asked; waiting').waitFor();
    await session.connection.expect('command');
    await session.report(2, posture({ encrypted: false }));
    await own.getByText('Checked just now').waitFor();
    await own.clock.fastForward(60_000);
    await own.getByText('Checked just now').waitFor({ state: 'detached' });
  });

  it('gives the focus back when nothing is done after all', async () => {
    await open(device.deviceId);
    await button('Manage').press('Enter');
    await page.getByRole('menuitem', { name: /Revoke/ }).press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('button:focus', { hasText: 'Manage' }).waitFor();
  });

  it('says so where somebody could not be signed out, and signs them out when asked again', async () => {
    const own = await openConsole(browser, world.collector.signInUrl());
    const signOut = own.getByRole('button', { name: /^Sign out/ });
    await own.route('**/api/v1/sign-in', (route) => route.abort());
    await signOut.click();
    await own.getByRole('alert').filter({ hasText: 'Not signed out: the collector cannot' }).waitFor();
    await own.unroute('**/api/v1/sign-in');
    await signOut.click();
    await own.getByText('You are not signed in.').waitFor();
  });

  it('calls a device that has told no name by its id, also where it is revoked', async () => {
    const unnamed = await world.join({ hostname: '' });
    await open(unnamed.deviceId);
    await manage(/Revoke/);
    await page.getByRole('dialog', { name: `Revoke ${unnamed.deviceId}?` }).waitFor();
    await page.keyboard.press('Escape');
  });
});
