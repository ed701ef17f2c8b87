import { statSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, join } from 'node:path';
import { VERSION } from '@assay/shared';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { buildTarget } from './package/build-target.ts';
import { loadInstallerIdentity } from './package/macos/installer-identity.ts';
import { PackageError } from './package/package-error.ts';
import { loadSigningKey, writeReleaseFiles } from './package/release-files.ts';
import { makeSbom } from './package/sbom.ts';
import { PRODUCTS, type Product, TARGET_NAMES, type TargetName } from './package/targets.ts';
import { checkUpdateRoot } from './package/update-root.ts';

// Makes what is shipped: executables and installers of agent and collector, for other systems as well, on Linux.

const HERE = `${platform()}-${arch()}`;

const oneOf =
  <T extends string>(what: string, known: readonly T[]) =>
  (text: string): readonly T[] => {
    if (text === 'all') return known;
    return text.split(',').map((word) => {
      const found = known.find((one) => one === word);
      if (!found) throw new InvalidArgumentError(`there is no ${what} "${word}": ${known.join(', ')}, all`);
      return found;
    });
  };

const program = new Command('npm run package --')
  .description('Makes the executables and installers of agent and collector.')
  .addOption(
    new Option(
      '--target <targets>',
      `for which systems, with commas between: ${TARGET_NAMES.join(', ')}, all`,
    )
      .argParser(oneOf<TargetName>('target', TARGET_NAMES))
      .default(TARGET_NAMES.filter((name) => name === HERE)),
  )
  .addOption(
    new Option('--product <products>', `of what: ${PRODUCTS.join(', ')}, all`)
      .argParser(oneOf<Product>('product', PRODUCTS))
      .default(PRODUCTS),
  )
  .addOption(new Option('--out <dir>', 'where to').default(join(import.meta.dirname, '../dist')))
  .addOption(new Option('--as <version>', 'call it another version, to try an upgrade').default(VERSION))
  .addOption(new Option('--signing-key <file>', 'sign the manifest with this private key for Ed25519, PEM'))
  .addOption(
    new Option(
      '--update-root <file>',
      'have agents trust this update repository from the start: its newest N.root.json',
    ),
  )
  .addOption(new Option('--quick', 'compress less: for trying things, not for shipping'))
  .addOption(
    new Option(
      '--windows-cert <file>',
      'sign for Windows with this certificate chain, PEM; with --windows-key',
    ),
  )
  .addOption(new Option('--windows-key <file>', 'its private key, PEM'))
  .addOption(new Option('--timestamp-url <url>', 'RFC 3161 server for these signatures'))
  .addOption(
    new Option(
      '--macos-cert <file>',
      'sign .pkg with this "Developer ID Installer" chain, PEM; with --macos-key',
    ),
  )
  .addOption(new Option('--macos-key <file>', 'its private key, RSA, PEM'))
  .addHelpText(
    'after',
    '\nRuntimes come from the npm registry once and are kept; ASSAY_PACKAGE_CACHE says where.\nExit codes: 0 done, 1 failed (the message says why), 2 wrong usage.',
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const {
  target,
  product,
  out,
  as,
  quick,
  signingKey,
  updateRoot = null,
  windowsCert,
  windowsKey,
  macosCert,
  macosKey,
  timestampUrl = null,
} = program.parse().opts();
const compression = quick ? 'quick' : 'small';
if (!windowsCert !== !windowsKey) program.error('--windows-cert and --windows-key go together');
if (!macosCert !== !macosKey) program.error('--macos-cert and --macos-key go together');
if (target.length === 0) program.error(`nothing is made for ${HERE}: name a --target`);
const authenticode =
  windowsCert && windowsKey ? { certificate: windowsCert, key: windowsKey, timestampUrl } : null;
try {
  if (updateRoot) checkUpdateRoot(updateRoot);
  const macInstaller = macosCert && macosKey ? loadInstallerIdentity(macosCert, macosKey) : null;
  const options = {
    outDir: out,
    version: as,
    compression,
    authenticode,
    macInstaller,
    updateRoot,
    onFile: tell,
  } as const;
  const key = signingKey ? loadSigningKey(signingKey) : null;
  for (const name of target) for (const one of product) await buildTarget(one, name, options);
  for (const one of product) {
    const file = join(out, `assay-${one}-${as}.cdx.json`);
    writeFileSync(file, `${JSON.stringify(await makeSbom(one, as), null, 2)}\n`);
  }
  writeReleaseFiles(out, as, key);
  if (!key) process.stdout.write('The manifest is not signed: --signing-key signs it.\n');
} catch (error) {
  process.stderr.write(`${error instanceof PackageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

function tell(file: string, seconds: number): void {
  const megabytes = (statSync(file).size / 1e6).toFixed(1).padStart(6);
  process.stdout.write(`${basename(file).padEnd(52)} ${megabytes} MB ${seconds.toFixed(1).padStart(6)} s\n`);
}
