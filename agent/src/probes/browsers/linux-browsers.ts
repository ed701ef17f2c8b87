/** How one browser shows itself on Linux. */
export interface LinuxBrowser {
  /** Stable id, the same on every platform. */
  browser: string;
  name: string;
  /** Programs or directories; the first that exists counts. */
  installed: readonly string[];
  /** Gecko's own note of its version, beside the program. */
  applicationIni?: readonly string[];
  /** Names of its package with dpkg or pacman, and of its snap. */
  packages: readonly string[];
  /** Application id as a flatpak. */
  flatpak: string;
  /** Where an administrator's policies for it are. */
  policies: readonly string[];
}

const LIB_DIRECTORIES = ['/usr/lib', '/usr/lib64', '/opt'];
const gecko = (...names: string[]) =>
  LIB_DIRECTORIES.flatMap((lib) => names.map((name) => `${lib}/${name}/application.ini`));

/** Paths of each vendor's own packages and of the distributions'. */
export const LINUX_BROWSERS: readonly LinuxBrowser[] = [
  {
    browser: 'firefox',
    name: 'Firefox',
    installed: ['/usr/lib/firefox', '/usr/lib64/firefox', '/usr/lib/firefox-esr', '/opt/firefox'],
    applicationIni: gecko('firefox', 'firefox-esr'),
    packages: ['firefox', 'firefox-esr'],
    flatpak: 'org.mozilla.firefox',
    policies: ['/etc/firefox/policies/policies.json', '/usr/lib/firefox/distribution/policies.json'],
  },
  {
    browser: 'chrome',
    name: 'Google Chrome',
    installed: ['/opt/google/chrome/chrome'],
    packages: ['google-chrome-stable', 'google-chrome'],
    flatpak: 'com.google.Chrome',
    policies: ['/etc/opt/chrome/policies/managed'],
  },
  {
    browser: 'chromium',
    name: 'Chromium',
    installed: ['/usr/lib/chromium/chromium', '/usr/lib64/chromium-browser', '/usr/lib/chromium-browser'],
    packages: ['chromium'],
    flatpak: 'org.chromium.Chromium',
    policies: ['/etc/chromium/policies/managed', '/etc/chromium-browser/policies/managed'],
  },
  {
    browser: 'edge',
    name: 'Microsoft Edge',
    installed: ['/opt/microsoft/msedge/msedge'],
    packages: ['microsoft-edge-stable'],
    flatpak: 'com.microsoft.Edge',
    policies: ['/etc/opt/edge/policies/managed'],
  },
  {
    browser: 'brave',
    name: 'Brave',
    installed: ['/opt/brave.com/brave/brave'],
    packages: ['brave-browser', 'brave'],
    flatpak: 'com.brave.Browser',
    policies: ['/etc/brave/policies/managed'],
  },
  {
    browser: 'vivaldi',
    name: 'Vivaldi',
    installed: ['/opt/vivaldi/vivaldi'],
    packages: ['vivaldi-stable', 'vivaldi'],
    flatpak: 'com.vivaldi.Vivaldi',
    policies: ['/etc/opt/vivaldi/policies/managed', '/etc/chromium/policies/managed'],
  },
  {
    browser: 'opera',
    name: 'Opera',
    installed: ['/usr/lib/x86_64-linux-gnu/opera/opera', '/usr/lib64/opera/opera'],
    packages: ['opera-stable', 'opera'],
    flatpak: 'com.opera.Opera',
    policies: [],
  },
];
