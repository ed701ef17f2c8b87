import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERSION } from '@assay/shared';
import type { Coverage, TrialView } from '@assay/shared/api';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { LENIENT, STRICT } from '../helpers/policies.ts';
import { openPolicyWorld, type PolicyWorld } from '../helpers/policy-world.ts';
import { posture } from '../helpers/posture.ts';
import { CHROMIUM, startBrowser } from '../idp/browser.ts';

needs(CHROMIUM)('coverage and policy in Chromium', () => {
  let dataDir: string;
  let world: PolicyWorld;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'assay-coverage-'));
    world = await openPolicyWorld(dataDir);
    await world.judgedDevices([posture({ encrypted: true }), posture({ encrypted: false })]);
    browser = await startBrowser();
    page = await (await browser.newContext({ ignoreHTTPSErrors: true, colorScheme: 'dark' })).newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(world.collector.signInUrl());
    await page.getByRole('heading', { name: 'Devices' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('shows who reports and who stands where, in a table for those who see no bars', async () => {
    const coverage = await world.api.call<Coverage>('GET', '/coverage?days=30');
    expect(coverage.now).toMatchObject({ enrolled: 2, reporting: 2, judged: 2, fresh: 2 });
    expect(coverage.now.checks['disk-encryption']).toMatchObject({ pass: 1, fail: 1 });
    const today = coverage.days.at(-1);
    expect(today?.look?.tiers).toEqual({ trusted: 1, limited: 0, untrusted: 1 });
    expect(today).toMatchObject({ told: { verdicts: 2, fresh: 2 }, inForce: { fresh: 2 } });
    // The collector was off, or not there, on all the days before.
    expect(coverage.days.slice(0, -2).every(({ look, hours }) => look === null && hours === 0)).toBe(true);

    await page.getByRole('link', { name: 'Coverage' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
    const now = page.getByRole('region', { name: 'Now', exact: true });
    expect(await now.textContent()).toContain('Judged on fresh evidence100 %');
    const tiers = page.getByRole('region', { name: 'By tier' });
    await tiers.getByText('As a table').click();
    const newest = page.getByRole('table', { name: 'Devices by tier' }).getByRole('row').nth(1);
    await newest.waitFor();
    expect(await newest.getByRole('cell').allTextContents()).toEqual(['1', '0', '1']);
    const checks = page.getByRole('table', { name: 'Checks by the share' });
    expect(await checks.getByRole('row', { name: /^disk-encryption/ }).textContent()).toContain('50 %');
    expect(coverage.now.agents).toEqual({ [VERSION]: 2 });
    const agents = page.getByRole('table', { name: 'Versions of the agent' });
    expect(await agents.getByRole('row', { name: VERSION }).textContent()).toBe(`${VERSION}2100 %`);
    const mending = page.getByRole('table', { name: 'how fast they are mended' });
    await mending.getByRole('row', { name: 'disk-encryption' }).waitFor();
  });

  it('shows what is in force, what the last plan said, and the history, as it changes', async () => {
    await page.getByRole('link', { name: 'Policy' }).click();
    const inForce = page.getByRole('region', { name: 'In force' });
    await inForce.getByRole('heading', { name: 'baseline' }).waitFor();
    await world.api.call('POST', '/policy/apply', { source: LENIENT, reason: 'from the test' });
    await inForce.getByRole('heading', { name: 'lenient' }).waitFor();

    const { id } = await world.api.call<TrialView>('POST', '/policy/trials', {
      kind: 'plan',
      source: STRICT,
    });
    await vi.waitFor(
      async () =>
        expect((await world.api.call<TrialView>('GET', `/policy/trials/${id}`)).plan).not.toBeNull(),
      { timeout: 30_000, interval: 100 },
    );
    const plan = page.getByRole('region', { name: 'The last plan' });
    await plan.getByRole('heading', { name: 'strict' }).waitFor();
    expect(await plan.textContent()).toContain('1 would become untrusted (1 at once)');
    await plan.getByRole('row', { name: 'managed' }).waitFor();
    const history = page.getByRole('region', { name: 'History' });
    await history.getByRole('row', { name: 'from the test' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
