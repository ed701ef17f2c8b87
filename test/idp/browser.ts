import { type Browser, chromium, type Page } from 'playwright-core';
import type { Need } from '../helpers/needs.ts';

/** What tests with a browser need. */
export const CHROMIUM: Need = { program: '/usr/bin/chromium', debian: 'chromium' };

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium with an empty profile that goes away with it. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM.program,
    args: ARGUMENTS,
    headless: true,
    chromiumSandbox: false,
  });

/** A page of the console in a profile of its own, signed in by a one-time link. */
export async function openConsole(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await page.goto(link);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return page;
}

/** Opens the application and gives e-mail and password where they are asked for. */
export async function signIn(
  page: Page,
  appUrl: string,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto(appUrl);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
