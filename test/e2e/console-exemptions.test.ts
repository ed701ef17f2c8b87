import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ok, type Signals } from '@assay/shared';
import type { ExemptionList } from '@assay/shared/api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { DISK_AND_FIREWALL } from '../helpers/policies.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession, type RawDevice } from '../helpers/raw-agent.ts';
import { CHROMIUM, startBrowser } from '../idp/browser.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

const POLICY = DISK_AND_FIREWALL.replace('The check firewall', 'The firewall is on').replace(
  'The check disk-encryption',
  'The system disk is encrypted',
);

/** The firewall is off: 10 points, not required. */
const noFirewall = (encrypted = true): Signals => ({
  ...posture({ encrypted }),
  firewall: { ...ok({ enabled: false, backend: 'ufw', evidence: [] }), observedAt: Date.now() },
});

needs(CHROMIUM)('exemptions, in the console', () => {
  let world: LifecycleWorld;
  let browser: Browser;
  let page: Page;
  let device: RawDevice;
  /** What a webhook was told, by its id. */
  const told: { id: unknown; type: string }[] = [];
  const hook = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    told.push({ id: request.headers['webhook-id'], type: JSON.parse(body).type });
    response.end();
  });

  /** A page on which somebody has signed in. */
  async function signIn(name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const { body } = await world.call('POST', '/sign-in-codes', { name });
    const context = await browser.newContext({ ignoreHTTPSErrors: true, colorScheme });
    const signedIn = await context.newPage();
    await signedIn.goto(`${world.door.url}/sign-in#code=${(body as { code: string }).code}`);
    await signedIn.getByRole('navigation', { name: 'Pages' }).waitFor();
    return signedIn;
  }

  beforeAll(async () => {
    world = await startLifecycleWorld();
    await world.call('POST', '/policy/apply', { source: POLICY, reason: 'a test' });
    hook.listen(0, '127.0.0.1');
    await once(hook, 'listening');
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
    await world.call('POST', '/targets', { name: 'siem', kind: 'webhook', config: { url } });
    browser = await startBrowser();
    page = await signIn('ada');
  });
  afterAll(async () => {
    await browser?.close();
    hook.close();
    await world?.close();
  });
  beforeEach(async () => {
    device = await world.join({});
  });

  const report = async (signals: Signals) => (await openRawSession(world.door, device)).report(1, signals);
  const open = (on = page) => on.goto(`${world.door.url}/devices/${device.deviceId}`);
  const row = (title: string, on = page) => on.locator('tbody.check', { hasText: title });

  it('is granted with the keyboard alone: a reason and Enter', async () => {
    await report(noFirewall());
    await open();
    const button = page.getByRole('button', { name: 'Excuse for now …' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('firewall');
    await page.keyboard.type('router swap');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await row('The firewall is on')
      .getByText(/^Fails, exempt until /)
      .waitFor();
    expect(await row('The firewall is on').locator('.number').innerText()).toMatch(/\+10 of 10\s*waived/);
    await page.getByText('10 points of it waived for now.').waitFor();
    await page
      .getByText(/An exemption began: "The firewall is on" is exempt/)
      .first()
      .waitFor();
    await page.getByText(/^Exempt from “The firewall is on” until/).waitFor();
    expect((await world.detail(device.deviceId)).assessment?.score).toBe(100);
  });

  it('is from the check that was chosen, though a report comes while the reason is typed', async () => {
    const session = await openRawSession(world.door, device);
    await session.report(1, noFirewall(false));
    await open();
    await page.getByRole('button', { name: 'Excuse for now …' }).click();
    await page.getByRole('dialog').getByLabel('From').selectOption('firewall');
    await session.report(2, posture({ encrypted: false }));
    await row('The firewall is on').getByText('Passes', { exact: true }).waitFor();
    const chosen = page.getByRole('dialog').getByLabel('From');
    expect(await chosen.inputValue()).toBe('firewall');
    await page.getByLabel('Reason').fill('it comes and goes');
    await page.getByRole('button', { name: 'Excuse it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { body } = await world.call('GET', '/exemptions');
    const [granted] = (body as ExemptionList).exemptions;
    expect(granted).toMatchObject({ reason: 'it comes and goes', check: 'firewall' });
  });

  it('lasts as long as was chosen, by the collector’s clock', async () => {
    await report(noFirewall());
    const late = await signIn('ada');
    await late.clock.install({ time: Date.now() - 50 * 60_000 });
    await open(late);
    await late.getByRole('button', { name: 'Excuse for now …' }).click();
    await late.getByLabel('For', { exact: true }).selectOption('1 hour');
    await late.getByLabel('Reason').fill('a slow clock');
    await late.getByRole('button', { name: 'Excuse it' }).click();
    await late.getByRole('dialog').waitFor({ state: 'detached' });
    const { body } = await world.call('GET', '/exemptions');
    const [granted] = (body as ExemptionList).exemptions;
    expect(granted?.reason).toBe('a slow clock');
    expect((granted?.until ?? 0) - (granted?.requestedAt ?? 0)).toBeGreaterThan(55 * 60_000);
    await late.close();
  });

  it('gives the focus back where it was when nothing is granted', async () => {
    await report(noFirewall());
    await open();
    await page.getByRole('button', { name: 'Excuse for now …' }).press('Enter');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('button:focus', { hasText: 'Excuse for now' }).waitFor();
  });

  it('leads to the sign-in page at once where the sign-in has ended meanwhile', async () => {
    await report(noFirewall());
    const own = await signIn('ada');
    await open(own);
    await own.getByRole('button', { name: 'Excuse for now …' }).click();
    // Nothing that is read by itself says so.
    await own.route('**/api/v1/health', () => undefined);
    await own.getByLabel('Reason').fill('too late');
    await own.context().clearCookies();
    await own.getByRole('button', { name: 'Excuse it' }).click();
    await own.getByText('You are not signed in').waitFor();
    await own.close();
  });

  it('says by whom and why, and ends from where it shows', async () => {
    await report(noFirewall());
    await world.call('POST', '/exemptions', {
      ...{ check: 'firewall', device: device.deviceId, reason: 'lab work', until: Date.now() + 3_600_000 },
    });
    await open();
    await page.getByRole('button', { name: /The firewall is on/ }).click();
    await page.getByText(/^Exempt by admin token until .*: lab work$/).waitFor();
    await page.getByRole('button', { name: 'End the exemption' }).click();
    await row('The firewall is on').getByText('Fails', { exact: true }).waitFor();
    expect((await world.detail(device.deviceId)).assessment?.score).toBe(90);
  });

  it('from a required check waits, and a second person approves it on their own page', async () => {
    await report(noFirewall(false));
    await open();
    await page.getByRole('button', { name: 'Excuse for now …' }).click();
    await page.getByText(/a second person has to approve/).waitFor();
    await page.getByLabel('Reason').fill('new disk is ordered');
    await page.getByRole('button', { name: 'Excuse it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Exemptions' }).click();
    const mine = page.getByRole('row', { name: /new disk is ordered/ });
    await mine.getByText('waits for a second person').waitFor();
    await mine.getByRole('button', { name: 'Approve' }).click();
    await mine
      .getByRole('alert')
      .getByText(/another person to approve/)
      .waitFor();

    const grace = await signIn('grace', 'dark');
    await grace.getByRole('link', { name: 'Exemptions' }).click();
    await grace
      .getByRole('row', { name: /new disk is ordered/ })
      .getByRole('button', { name: 'Approve' })
      .click();
    await grace
      .getByRole('row', { name: /asked for by ada, approved by grace/ })
      .getByText('in force')
      .waitFor();
    await world.until(device.deviceId, (detail) => detail.device.tier === 'trusted');
    expect(await grace.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  });

  it('shows the debt, the past, and what a group is excused from', async () => {
    await page.goto(`${world.door.url}/exemptions`);
    await page.getByText('Points waived').waitFor();
    await page.getByRole('textbox', { name: 'Group' }).fill('nobody-here');
    await page.getByRole('textbox', { name: 'Reason' }).fill('a test');
    await page.getByRole('button', { name: 'Excuse the group' }).click();
    await page.getByText(/No device is in a group nobody-here/).waitFor();
    await page.getByText('Past', { exact: true }).click();
    await page
      .getByRole('row', { name: /lab work/ })
      .getByText('ended')
      .waitFor();
  });

  it('break-glass asks first, and is an alarm on every page until it is ended', async () => {
    await report(noFirewall(false));
    await page.goto(`${world.door.url}/exemptions`);
    await page.getByRole('button', { name: 'Break the glass …' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('EDR update broke');
    await page.getByRole('button', { name: 'Break the glass', exact: true }).click();
    await page.getByText(/by ada: EDR update broke/).waitFor();
    await world.until(device.deviceId, (detail) => detail.device.tier === 'trusted');
    await open();
    await page.getByText(/nothing counts against any device until/).waitFor();
    await row('The system disk is encrypted')
      .getByText(/^Fails, break-glass until /)
      .waitFor();

    await page.goto(`${world.door.url}/exemptions`);
    await page.getByRole('button', { name: 'End it now' }).click();
    await page.getByRole('button', { name: 'Break the glass …' }).waitFor();
    await world.until(device.deviceId, (detail) => detail.device.tier === 'untrusted');
  });

  it('what a target was told of them is shown, and sent again by a click', async () => {
    const began = () => told.filter(({ type }) => type === 'break_glass.started');
    await page.goto(`${world.door.url}/exemptions`);
    const notice = page.getByRole('listitem').filter({ hasText: 'Break-glass began' });
    await notice.getByText('EDR update broke').waitFor();
    await notice.getByText('Accepted', { exact: true }).waitFor();
    expect(began()).toHaveLength(1);
    await notice.getByRole('button', { name: 'Redeliver to siem' }).click();
    await expect.poll(began).toHaveLength(2);
    expect(new Set(began().map(({ id }) => id)).size).toBe(1);
    await notice.getByText('2 attempts, answered 200').waitFor();
  });
});
