import { accessSync, constants } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian's package puts it. */
const EXECUTABLE = '/usr/bin/chromium';

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether tests that need a browser can run. On CI it must be there, so that nothing is left out unseen. */
export function hasBrowser(): boolean {
  if (process.env.CI === 'true') return true;
  try {
    accessSync(EXECUTABLE, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A headless Chromium with an empty profile that goes away with it. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS, headless: true, chromiumSandbox: false });

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
