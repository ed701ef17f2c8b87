/**
 * The installed version of the first of the packages, from the text of /var/lib/dpkg/status (deb822 paragraphs);
 * without the distribution's own revision, which people don't know a browser by.
 */
export function findDpkgVersion(status: string, packages: readonly string[]): string | undefined {
  for (const name of packages) {
    const start = `\n${status}`.indexOf(`\nPackage: ${name}\n`);
    if (start === -1) continue;
    const [paragraph = ''] = status.slice(start).split('\n\n', 1);
    if (!/^Status: install ok installed$/m.test(paragraph)) continue;
    const version = /^Version: (?:\d+:)?([\w.+~]+)(?:-[\w.+~]+)?$/m.exec(paragraph)?.[1];
    if (version) return version;
  }
  return undefined;
}
