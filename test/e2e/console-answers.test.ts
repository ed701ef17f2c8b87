import { ok, type Signals } from '@assay/shared';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needs } from '../helpers/needs.ts';
import { posture } from '../helpers/posture.ts';
import { openRawSession } from '../helpers/raw-agent.ts';
import { CHROMIUM, openConsole, startBrowser } from '../idp/browser.ts';
import { type LifecycleWorld, startLifecycleWorld } from './lifecycle-world.ts';

const check = (id: string, pass: string, more: object) => ({
  ...{ id, title: `The check ${id}`, pass, explain: `what ${id} asks for`, ...more },
});
const POLICY = JSON.stringify({
  policy: 'answers',
  tiers: { trusted: 80, limited: 50 },
  evidence_max_age: '24h',
  checks: [
    check('disk', 'disk_encryption.system_volume.encrypted', { required: true, weight: 50 }),
    check('boot', 'secure_boot.enabled', {
      ...{ required: true, weight: 50, audience: 'it', remedy: { linux: 'Sign the kernel.' } },
    }),
    check('firewall', 'firewall.enabled', { weight: 10, stage: 'observe' }),
  ],
});
const NOT_FOR_LINUX = JSON.stringify({
  policy: 'macs-alone',
  tiers: { trusted: 80, limited: 50 },
  evidence_max_age: '24h',
  checks: [
    check('sip', 'kernel_integrity.system_integrity_protection', {
      weight: 1,
      when: 'device.platform == "macos"',
    }),
  ],
});

const seen = <T>(value: T) => ({ ...ok(value), observedAt: Date.now() });
const weak = (firewall: boolean): Signals => ({
  ...posture({ encrypted: false }),
  secure_boot: seen({ enabled: false, setup_mode: false }),
  firewall: seen({ enabled: firewall, backend: 'ufw', evidence: [] }),
});

needs(CHROMIUM)('the page of a device, in the console', () => {
  let world: LifecycleWorld;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    world = await startLifecycleWorld();
    await apply(POLICY);
    browser = await startBrowser();
    page = await openConsole(browser, world.collector.signInUrl());
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function apply(source: string) {
    const asked = { source, reason: 'a test', allowUntrusted: 1000 };
    expect((await world.call('POST', '/policy/apply', asked)).body).toMatchObject({ changed: true });
  }

  /** The answer on the page of a device that reported all of this, one after the other. */
  async function answerTo(...reports: Signals[]) {
    const device = await world.join({});
    const session = await openRawSession(world.door, device);
    for (const [i, signals] of reports.entries()) await session.report(i + 1, signals);
    await page.goto(`${world.door.url}/devices/${device.deviceId}`);
    const answer = page.getByRole('region', { name: 'Verdict' });
    await answer.waitFor();
    return answer;
  }

  it('names as the cause what made it untrusted, whatever else came and went since', async () => {
    const answer = await answerTo(posture({ encrypted: true }), weak(true), weak(false));
    expect(await answer.textContent()).toMatch(/Cause.*The check (disk|boot)" now fails/);
  });

  it('says who sees what is to be mended: the device’s user, or IT alone', async () => {
    const answer = await answerTo(weak(true));
    await answer.getByText('For IT to mend: “The check boot”. Sign the kernel.').waitFor();
    const forUser = answer.getByRole('figure', { name: 'What the user sees' });
    expect(await forUser.textContent()).not.toContain('Sign the kernel');
    expect(await forUser.locator('blockquote').count()).toBe(1);
  });

  it('says what the time is that stands in the place of "Connected"', async () => {
    const device = await world.join({});
    const session = await world.report(device, 1);
    await page.goto(`${world.door.url}/devices/${device.deviceId}`);
    await page.locator('.device-facts').getByText('Connected').waitFor();
    await session.close();
    await page
      .locator('.device-facts')
      .getByText(/^Seen (just now|\d+ s ago)$/)
      .waitFor();
  });

  it('does not call a verdict out of date that came of silence, and holds', async () => {
    // As it is judged when its evidence has become too old.
    await page.route('**/api/v1/devices/*', async (route) => {
      const response = await route.fetch();
      const detail = await response.json();
      detail.assessment.validUntil = detail.assessment.assessedAt = detail.assessment.tierSince;
      await route.fulfill({ response, json: detail });
    });
    const answer = await answerTo(weak(true));
    await answer.getByText('The newest report is out of date').waitFor();
    expect(await answer.textContent()).not.toMatch(/verdict/);
    await page.unrouteAll();
  });

  it('does not say that all is well where nothing that is enforced applies', async () => {
    await apply(NOT_FOR_LINUX);
    const answer = await answerTo(posture({ encrypted: true }));
    await answer.getByRole('heading', { name: /^Untrusted since/ }).waitFor();
    await answer.getByText('No check that is enforced applies to this device').waitFor();
  });
});
