import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, defaultConfig, startCollector } from '@assay/collector';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { CHROMIUM, startBrowser } from '../idp/browser.ts';
import { createLaptop, type Laptop } from '../laptop/tree.ts';
import { type AgentProcess, startAgentProcess } from './agent-process.ts';

const OWNER = 'ada@example.com';
const DISK_CHECK = 'The system disk is encrypted';

needs(CHROMIUM)('the console in Chromium', () => {
  let dir: string;
  let collector: Collector;
  let laptop: Laptop;
  let agent: AgentProcess;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'assay-console-'));
    const config = { ...defaultConfig(), dataDir: join(dir, 'collector'), port: 0 };
    collector = await startCollector(config, pino({ level: 'silent' }));
    browser = await startBrowser();
    page = await newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await agent?.stop();
    await collector?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** A visitor with no cookies of others. */
  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    return context.newPage();
  }

  const verdict = (words: RegExp) => page.getByRole('heading', { level: 2, name: words }).waitFor();
  const number = (text: string) => Number(text.replace('−', '-').split(' of ')[0]);

  it('tells somebody who is not signed in how to get a link, at any address', async () => {
    const stranger = await newPage();
    await stranger.goto(`${collector.url}/targets`);
    await stranger.getByText('assay-collector sign-in').waitFor();
    expect(await stranger.getByRole('navigation').count()).toBe(0);
  });

  it('signs in by a link that works once and leaves nothing in the address bar', async () => {
    const link = collector.signInUrl();
    await page.goto(link);
    await page.getByRole('heading', { name: 'No device yet' }).waitFor();
    expect(page.url()).toBe(`${collector.url}/`);
    expect(await page.title()).toBe('Devices · Assay');

    // As the address bar completes it.
    await page.goto(`${collector.url}/sign-in`);
    await page.getByRole('heading', { name: 'No device yet' }).waitFor();

    const other = await newPage();
    await other.goto(link);
    await other.getByRole('alert').getByText('this one was used or is too old').waitFor();
  });

  it('hands out a join string that a real agent enrolls with, and shows the device by itself', async () => {
    await page.getByLabel('Owner').fill(OWNER);
    await page.getByRole('button', { name: 'Make a join string' }).click();
    const shown = page.getByRole('region', { name: 'Run this on the device' });
    const command = (await shown.locator('pre').textContent()) ?? '';
    const joinString = command.match(/^assay-agent enroll (\S+)$/)?.[1] ?? '';

    const root = join(dir, 'laptop');
    mkdirSync(root);
    laptop = createLaptop(root);
    agent = await startAgentProcess({ joinString, stateDir: join(dir, 'agent'), root });
    const row = page.getByRole('row', { name: laptop.hostname });
    await row.getByText('Trusted', { exact: true }).waitFor();
    expect(await row.textContent()).toContain(OWNER);
    expect(await row.textContent()).toContain(laptop.serial);
    // Shown only once, and it may be for more devices.
    expect(await shown.locator('pre').textContent()).toBe(command);
    await page.getByRole('button', { name: 'Make another' }).click();
    await page.getByRole('button', { name: 'Make a join string' }).waitFor({ state: 'detached' });
  });

  it('adds a webhook whose secret is shown once', async () => {
    await page.getByRole('link', { name: 'Targets' }).click();
    await page.getByRole('button', { name: 'Add a target' }).click();
    await page.getByLabel('Name').fill('Security chat');
    await page.getByLabel('Address').fill('https://127.0.0.1:9/closed');
    await page.getByRole('button', { name: 'Add target' }).click();
    const secret = page.getByRole('region', { name: 'Signing secret' });
    expect(await secret.locator('pre').textContent()).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('row', { name: 'Security chat' }).waitFor();
  });

  it('finds a device by its owner and opens it, by the keyboard alone', async () => {
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await page.getByRole('row', { name: laptop.hostname }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ADA@');
    await page.waitForURL(/search=ADA/);
    await page.getByText('1 device found').waitFor();
    for (let i = 0; i < 3 && !(await page.locator('a.row-link:focus').count()); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${collector.url}/devices/${agent.deviceId}`);
    await verdict(/^Trusted since/);
  });

  it('searches on, whatever was pasted', async () => {
    await page.goto(collector.url);
    await page.getByRole('textbox', { name: /^Search/ }).fill('x'.repeat(300));
    await page.getByText('No device matches').waitFor();
    await page.getByRole('textbox', { name: /^Search/ }).fill(OWNER);
    await page.getByText('1 device found').waitFor();
    await page.goto(`${collector.url}/devices/${agent.deviceId}`);
    await verdict(/^Trusted since/);
  });

  it('says why, with the page open, as soon as the laptop falls', async () => {
    laptop.decryptDisk();
    await verdict(/^Untrusted since .* today$/);
    const answer = page.getByRole('region', { name: 'Verdict' });
    const said = await answer.textContent();
    expect(said).toMatch(/Score 49; limited starts at 50/);
    expect(said).toMatch(new RegExp(`Cause.*${DISK_CHECK}`, 'i'));
    expect(said).toMatch(new RegExp(`Mend “${DISK_CHECK}”: \\+\\d+ points, score \\d+, trusted`));
  });

  it('warns that the agent looks at a tree, not at the running system', async () => {
    expect(await page.locator('main').innerText()).toMatch(/Not the running system[\s\S]*instead of \//);
  });

  it('shows points that sum to the score', async () => {
    const cells = page.getByRole('table', { name: /Points of each check/ }).locator('tbody td.number');
    const points = (await cells.allInnerTexts()).filter((text) => text !== '–').map(number);
    const score = points.pop();
    // The three checks that the baseline enforces, and the cap; what is only observed has a dash.
    expect(points).toHaveLength(4);
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(score);
    expect(score).toBe(49);
  });

  it('opens a check to the signal it read', async () => {
    await page.getByRole('button', { name: DISK_CHECK }).click();
    const evidence = page.locator('.check-evidence:not([hidden])');
    await evidence.getByText('Disk encryption', { exact: true }).waitFor();
    expect(await evidence.textContent()).toMatch(/seen .* by agent/);
  });

  it('shows what a target is to be told, behind what it could not be told yet', async () => {
    const told = page.getByRole('region', { name: 'What each target was told and answered' });
    await told.getByText('Waiting to be sent').waitFor();
    expect(await told.textContent()).toMatch(/Told untrusted as device\.tier_changed/);
    const past = page.getByRole('region', { name: 'Timeline' });
    await past.getByText('device.tier_changed to Security chat: retrying').first().waitFor();
  });

  it('asks the agent to look again and says when its answer is there', async () => {
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('Checked just now').waitFor();
  });

  it('follows the laptop back into order', async () => {
    laptop.encryptDisk();
    await verdict(/^Trusted since/);
    const past = page.getByRole('region', { name: 'Timeline' });
    await past.getByText(/^untrusted → trusted/i).waitFor();
  });

  it('loses nothing to the content security policy and complains about nothing', () => {
    expect(complaints).toEqual([]);
  });
});
