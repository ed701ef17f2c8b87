/**
 * The installed version of the first of the packages, from /var/lib/dpkg/status (deb822 paragraphs); without the
 * distribution's own revision, which people don't know a browser by.
 * @param status the file's bytes: as one text it would be megabytes that a short piece of it keeps alive
 */
export function findDpkgVersion(status: Buffer, packages: readonly string[]): string | undefined {
  for (const name of packages) {
    const paragraph = findParagraph(status, `Package: ${name}\n`);
    if (paragraph === undefined || !/^Status: install ok installed$/m.test(paragraph)) continue;
    const version = /^Version: (?:\d+:)?([\w.+~]+)(?:-[\w.+~]+)?$/m.exec(paragraph)?.[1];
    if (version) return version;
  }
  return undefined;
}

function findParagraph(status: Buffer, firstLine: string): string | undefined {
  const isFirst = status.subarray(0, firstLine.length).equals(Buffer.from(firstLine));
  const start = isFirst ? 0 : status.indexOf(`\n\n${firstLine}`) + 2;
  if (start === 1) return undefined;
  const end = status.indexOf('\n\n', start);
  return status.toString('utf8', start, end === -1 ? status.length : end);
}
