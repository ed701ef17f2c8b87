import { absent, type Browser, ok } from '@assay/shared';
import { existing } from '../../system/existing.ts';
import { fileProblemToOutcome, ifReadable } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';
import type { Probe } from '../probe.ts';
import { findDpkgVersion } from './dpkg-version.ts';
import { LINUX_BROWSERS, type LinuxBrowser } from './linux-browsers.ts';

const DPKG = '/var/lib/dpkg/status';
const MAX_DPKG_BYTES = 16 * 1024 * 1024;
const PACMAN = '/var/lib/pacman/local';
const FLATPAK = '/var/lib/flatpak/app';

/** Reads what several browsers look into once a look. */
interface PackageDatabases {
  dpkg(): Promise<Buffer | undefined>;
  pacman(): Promise<readonly string[]>;
}

/** Browsers installed for everybody, with versions from files alone: none is started to be asked. */
export const browsersOnLinux: Probe<'browsers'> = {
  signal: 'browsers',
  watch: ['/var/lib/dpkg/status', '/var/lib/pacman/local', FLATPAK, '/snap', '/opt'],
  everyMs: 900_000,
  deadlineMs: 5000,
  async observe({ files }) {
    try {
      // What has no /usr is no system, and says nothing about browsers.
      await files.list('/usr');
      const databases = openDatabases(files);
      const browsers: Browser[] = [];
      for (const browser of LINUX_BROWSERS) browsers.push(...(await findBrowser(files, browser, databases)));
      return browsers.length > 0
        ? ok({ browsers })
        : absent(`none of ${LINUX_BROWSERS.length} known browsers installed for everybody`);
    } catch (error) {
      return fileProblemToOutcome(error);
    }
  },
};

function openDatabases(files: Files): PackageDatabases {
  let dpkg: Promise<Buffer | undefined> | undefined;
  let pacman: Promise<readonly string[]> | undefined;
  return {
    dpkg() {
      dpkg ??= ifReadable(files.readBytes(DPKG, MAX_DPKG_BYTES));
      return dpkg;
    },
    pacman() {
      pacman ??= ifReadable(files.list(PACMAN)).then((names) => names ?? []);
      return pacman;
    },
  };
}

/** A browser may be there more than once: as a package, a snap and a flatpak. */
async function findBrowser(
  files: Files,
  browser: LinuxBrowser,
  databases: PackageDatabases,
): Promise<Browser[]> {
  const managed = (await existing(files, browser.policies)).length > 0;
  const found = [
    await asPackage(files, browser, databases),
    await asSnap(files, browser),
    await asFlatpak(files, browser),
  ];
  return found.flatMap((copy) =>
    copy
      ? [
          {
            browser: browser.browser,
            name: browser.name,
            ...(copy.version ? { version: copy.version } : {}),
            managed,
            basis: copy.basis,
          },
        ]
      : [],
  );
}

interface Copy {
  basis: string;
  version?: string | undefined;
}

async function asPackage(
  files: Files,
  browser: LinuxBrowser,
  databases: PackageDatabases,
): Promise<Copy | undefined> {
  const [basis] = await existing(files, browser.installed);
  if (!basis) return undefined;
  for (const path of browser.applicationIni ?? []) {
    const version = /^Version=([\w.]+)$/m.exec((await ifReadable(files.readText(path))) ?? '')?.[1];
    if (version) return { basis, version };
  }
  const dpkg = await databases.dpkg();
  const byDpkg = dpkg && findDpkgVersion(dpkg, browser.packages);
  return { basis, version: byDpkg ?? findPacmanVersion(await databases.pacman(), browser.packages) };
}

/** Its directories are `name-version-release`. */
function findPacmanVersion(names: readonly string[], packages: readonly string[]): string | undefined {
  for (const name of names) {
    const [, found = '', version] = /^(.+)-(?:\d+:)?([^-]+)-[^-]+$/.exec(name) ?? [];
    if (packages.includes(found)) return version;
  }
  return undefined;
}

async function asSnap(files: Files, { packages }: LinuxBrowser): Promise<Copy | undefined> {
  for (const name of packages) {
    const basis = `/snap/${name}/current`;
    const meta = await ifReadable(files.readText(`${basis}/meta/snap.yaml`));
    if (meta !== undefined) return { basis, version: /^version: ['"]?([\w.+-]+)['"]?$/m.exec(meta)?.[1] };
  }
  return undefined;
}

async function asFlatpak(files: Files, { flatpak }: LinuxBrowser): Promise<Copy | undefined> {
  const [basis] = await existing(files, [`${FLATPAK}/${flatpak}/current/active`]);
  if (!basis) return undefined;
  for (const suffix of ['metainfo', 'appdata']) {
    const path = `${basis}/files/share/metainfo/${flatpak}.${suffix}.xml`;
    const version = /<release\b[^>]*\bversion="([\w.]+)"/.exec(
      (await ifReadable(files.readText(path))) ?? '',
    )?.[1];
    if (version) return { basis, version };
  }
  return { basis };
}
