import { absent, type Browser, ok } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import { asDict, textAt } from '../../system/plist-fields.ts';
import { readPlist } from '../../system/read-plist.ts';
import type { Probe, ProbeContext } from '../probe.ts';

interface MacBrowser {
  /** Stable id, the same on every platform. */
  browser: string;
  name: string;
  /** What its application and its policies are called. */
  app: string;
  domain: string;
}

const MAC_BROWSERS: readonly MacBrowser[] = [
  { browser: 'safari', name: 'Safari', app: 'Safari', domain: 'com.apple.Safari' },
  { browser: 'firefox', name: 'Firefox', app: 'Firefox', domain: 'org.mozilla.firefox' },
  { browser: 'chrome', name: 'Google Chrome', app: 'Google Chrome', domain: 'com.google.Chrome' },
  { browser: 'chromium', name: 'Chromium', app: 'Chromium', domain: 'org.chromium.Chromium' },
  { browser: 'edge', name: 'Microsoft Edge', app: 'Microsoft Edge', domain: 'com.microsoft.Edge' },
  { browser: 'brave', name: 'Brave', app: 'Brave Browser', domain: 'com.brave.Browser' },
  { browser: 'vivaldi', name: 'Vivaldi', app: 'Vivaldi', domain: 'com.vivaldi.Vivaldi' },
  { browser: 'opera', name: 'Opera', app: 'Opera', domain: 'com.operasoftware.Opera' },
];

/** Browsers installed for everybody, with versions from their own files: none is started to be asked. */
export const browsersOnMacos: Probe<'browsers'> = {
  signal: 'browsers',
  watch: ['/Applications', '/Library/Managed Preferences'],
  everyMs: 900_000,
  deadlineMs: 15_000,
  async observe(context) {
    try {
      // What has no /Applications is no Mac, and says nothing about browsers.
      await context.files.list('/Applications');
      const found = await Promise.all(MAC_BROWSERS.map((browser) => look(context, browser)));
      const browsers = found.filter((browser) => browser !== undefined);
      return browsers.length > 0
        ? ok({ browsers })
        : absent(`none of ${MAC_BROWSERS.length} known browsers installed for everybody`);
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

async function look(
  context: ProbeContext,
  { browser, name, app, domain }: MacBrowser,
): Promise<Browser | undefined> {
  const { files } = context;
  // Safari's real place since it is part of the sealed system.
  const places = [`/Applications/${app}.app`, `/System/Cryptexes/App/System/Applications/${app}.app`];
  const [basis] = await existing(files, places);
  if (basis === undefined) return undefined;
  const info = asDict(await ifReadable(readPlist(context, `${basis}/Contents/Info.plist`)));
  const version = /^[\w.]{1,40}$/.exec(textAt(info, 'CFBundleShortVersionString') ?? '')?.[0];
  const managed = (await existing(files, [`/Library/Managed Preferences/${domain}.plist`])).length > 0;
  return { browser, name, ...(version ? { version } : {}), managed, basis };
}
