import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Compression } from '../compression.ts';
import { type PayloadFile, sourceDate } from '../payload.ts';
import type { Arch } from '../targets.ts';
import { bom } from './bom.ts';
import { cpio } from './cpio.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { InstallerIdentity } from './installer-identity.ts';
import { pbzx } from './pbzx.ts';
import { xar } from './xar.ts';

/** What a package for macOS is made from. */
export interface MacPackage {
  /** By which macOS keeps the receipt, and knows an upgrade. */
  identifier: string;
  title: string;
  version: string;
  arch: Arch;
  files: PayloadFile[];
  /** `preinstall` and `postinstall`, run as root. */
  scripts: PayloadFile[];
}

/** Of the runtime's build: `minos` in its load commands. */
const OLDEST_MACOS = '13.5';
const HOST = { x64: 'x86_64', arm64: 'arm64' };
const COMPONENT = 'agent.pkg';

/**
 * A flat product archive, as `productbuild` makes it: one component, and the distribution that MDM asks for.
 * @param signer null: it stays unsigned, as for `productsign` on a Mac
 * @throws PackageError when xz is missing
 */
export async function makePkg(
  spec: MacPackage,
  output: string,
  { compression, signer }: { compression: Compression; signer: InstallerIdentity | null },
): Promise<void> {
  const entries = entriesOf(spec.files);
  const seconds = sourceDate();
  const component = {
    Bom: bom(entries, seconds),
    PackageInfo: Buffer.from(packageInfo(spec, entries)),
    Payload: await pbzx(cpio(entries, seconds), compression),
    Scripts: gzipSync(cpio(entriesOf(spec.scripts), seconds), { level: 9 }),
  };
  const files = Object.entries(component).map(([name, data]) => ({ path: `${COMPONENT}/${name}`, data }));
  const distribution = { path: 'Distribution', data: Buffer.from(distributionOf(spec, entries)) };
  writeFileSync(output, xar([distribution, ...files], seconds, signer));
}

const kilobytes = (entries: readonly Entry[]) =>
  entries.reduce((sum, { data }) => sum + Math.ceil(data.length / 1024), 0);

/** Nothing follows a copy that somebody moved (`relocatable`); what was there before gets our owner and mode. */
const packageInfo = ({ identifier, version, scripts }: MacPackage, entries: readonly Entry[]) =>
  `<?xml version="1.0" encoding="utf-8"?>
<pkg-info overwrite-permissions="true" relocatable="false" identifier="${identifier}" postinstall-action="none" version="${version}" format-version="2" install-location="/" auth="root">
    <payload numberOfFiles="${entries.length}" installKBytes="${kilobytes(entries)}"/>
    <bundle-version/>
    <upgrade-bundle/>
    <update-bundle/>
    <atomic-update-bundle/>
    <strict-identifier/>
    <relocate/>
    <scripts>
${scripts.map(({ path }) => `        <${path} file="./${path}"/>\n`).join('')}    </scripts>
</pkg-info>
`;

const distributionOf = (spec: MacPackage, entries: readonly Entry[]) =>
  `<?xml version="1.0" encoding="utf-8"?>
<installer-gui-script minSpecVersion="2">
    <title>${spec.title}</title>
    <options customize="never" require-scripts="false" rootVolumeOnly="true" hostArchitectures="${HOST[spec.arch]}"/>
    <domains enable_anywhere="false" enable_currentUserHome="false" enable_localSystem="true"/>
    <volume-check><allowed-os-versions><os-version min="${OLDEST_MACOS}"/></allowed-os-versions></volume-check>
    <choices-outline><line choice="default"><line choice="${spec.identifier}"/></line></choices-outline>
    <choice id="default" title="${spec.title}"/>
    <choice id="${spec.identifier}" visible="false"><pkg-ref id="${spec.identifier}"/></choice>
    <pkg-ref id="${spec.identifier}" version="${spec.version}" onConclusion="none" installKBytes="${kilobytes(entries)}">#${COMPONENT}</pkg-ref>
</installer-gui-script>
`;
