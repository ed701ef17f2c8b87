/** How one browser shows itself on Windows; `/` is the system's drive. */
export interface WindowsBrowser {
  /** Stable id, the same on every platform. */
  browser: string;
  name: string;
  /** Where its installer puts it for everybody; the first that is there counts. */
  directories: readonly string[];
  program: string;
  /** Registry key of an administrator's policies for it. */
  policies?: string;
}

const below = (directory: string) => [`/Program Files/${directory}`, `/Program Files (x86)/${directory}`];
const policies = (key: string) => `HKLM\\SOFTWARE\\Policies\\${key}`;

/** Places of the vendors' own installers for all users. */
export const WINDOWS_BROWSERS: readonly WindowsBrowser[] = [
  {
    browser: 'firefox',
    name: 'Firefox',
    directories: below('Mozilla Firefox'),
    program: 'firefox.exe',
    policies: policies('Mozilla\\Firefox'),
  },
  {
    browser: 'chrome',
    name: 'Google Chrome',
    directories: below('Google/Chrome/Application'),
    program: 'chrome.exe',
    policies: policies('Google\\Chrome'),
  },
  {
    browser: 'chromium',
    name: 'Chromium',
    directories: below('Chromium/Application'),
    program: 'chrome.exe',
    policies: policies('Chromium'),
  },
  {
    browser: 'edge',
    name: 'Microsoft Edge',
    directories: below('Microsoft/Edge/Application'),
    program: 'msedge.exe',
    policies: policies('Microsoft\\Edge'),
  },
  {
    browser: 'brave',
    name: 'Brave',
    directories: below('BraveSoftware/Brave-Browser/Application'),
    program: 'brave.exe',
    policies: policies('BraveSoftware\\Brave'),
  },
  {
    browser: 'vivaldi',
    name: 'Vivaldi',
    directories: below('Vivaldi/Application'),
    program: 'vivaldi.exe',
    policies: policies('Vivaldi'),
  },
  { browser: 'opera', name: 'Opera', directories: below('Opera'), program: 'opera.exe' },
];
