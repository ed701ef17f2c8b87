import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kept } from '../cache.ts';
import type { Compression } from '../compression.ts';
import { sourceDate } from '../payload.ts';
import { run } from '../run.ts';
import type { Arch } from '../targets.ts';
import { smallCabinet } from './cabinet/small-cabinet.ts';
import { stampMsi } from './msi-time.ts';

const HERE = import.meta.dirname;

/**
 * The program that speaks with Windows' service manager, compiled; for x64, which Windows on ARM runs as well.
 * @throws PackageError when the compiler is missing or complains
 */
export async function serviceHost(): Promise<string> {
  const source = join(HERE, 'service-host.c');
  const key = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  return kept(`service-host/${key}.exe`, async (output) => {
    const flags = [
      '-municode',
      '-mwindows',
      '-Os',
      '-s',
      '-Wall',
      '-Wextra',
      '-Werror',
      '-Wl,--no-insert-timestamp',
    ];
    await run('x86_64-w64-mingw32-gcc', [...flags, '-o', output, source, '-ladvapi32']);
  });
}

/**
 * What wixl has no elements for. Properties of the command line reach the elevated part only when they are listed as
 * secure. A registry value is written only when there is one. Every release of the agent has the same version in its
 * executable, Node's: so that an upgrade replaces it, the old product goes first, and files are always overwritten.
 */
const STATEMENTS = [
  "UPDATE `Property` SET `Value` = 'WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;JOINSTRING;HTTPSPROXY;KNOWNPROXY;WIPE' WHERE `Property` = 'SecureCustomProperties'",
  "UPDATE `Component` SET `Condition` = 'JOINSTRING' WHERE `Component` = 'JoinString'",
  "UPDATE `Component` SET `Condition` = 'HTTPSPROXY' WHERE `Component` = 'Proxy'",
  "INSERT INTO `LaunchCondition` (`Condition`, `Description`) VALUES ('Installed OR (VersionNT >= 603)', 'Windows 10, Windows Server 2016 or later is required.')",
  "UPDATE `Registry` SET `Key` = 'Software\\Assay\\Agent'",
  "UPDATE `InstallExecuteSequence` SET `Sequence` = 1450 WHERE `Action` = 'RemoveExistingProducts'",
  "INSERT INTO `Property` (`Property`, `Value`) VALUES ('REINSTALLMODE', 'amus')",
];

/**
 * @param files absolute paths of the executables
 * @throws PackageError when a program is missing or complains
 */
export async function makeMsi(
  files: { agent: string; serviceHost: string; updateRoot?: string | null },
  { version, arch, compression }: { version: string; arch: Arch; compression: Compression },
  output: string,
): Promise<void> {
  // wixl takes files beside its source only.
  const work = mkdtempSync(join(tmpdir(), 'assay-msi-'));
  try {
    writeFileSync(join(work, 'agent.wxs'), sourceFor(files.updateRoot ?? null));
    if (files.updateRoot) copyFileSync(files.updateRoot, join(work, 'update.root.json'));
    copyFileSync(files.agent, join(work, 'agent.exe'));
    copyFileSync(files.serviceHost, join(work, 'service.exe'));
    const seconds = sourceDate();
    const contents = readdirSync(work).sort();
    for (const name of contents) utimesSync(join(work, name), seconds, seconds);
    const uuid = uuidsOf([version, arch, ...contents.map((name) => readFileSync(join(work, name)))]);
    // An MSI's version has three numbers, and no words.
    const [number = version] = version.split('-');
    const defines = {
      Version: number,
      Agent: 'agent.exe',
      ServiceHost: 'service.exe',
      ProductCode: uuid('product'),
    };
    const args = Object.entries(defines).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    await run('wixl', ['-a', 'x64', ...args, '-o', resolve(output), 'agent.wxs'], { cwd: work });
    await run('msibuild', [output, '-q', ...STATEMENTS]);
    if (compression === 'small') await replaceCabinet(output, work, arch);
    // wixl knows no ARM: the template says for whom it is.
    const template = `${arch === 'arm64' ? 'Arm64' : 'x64'};1033`;
    await run('msibuild', [output, '-s', 'Assay agent', 'Assay', template, `{${uuid('package')}}`]);
    stampMsi(output, sourceDate());
  } finally {
    rmSync(work, { recursive: true });
  }
}

/**
 * wixl packs by MSZIP, which is a third longer.
 * @param work has the files, by their keys in the table
 */
async function replaceCabinet(msi: string, work: string, arch: Arch): Promise<void> {
  const [, , , ...rows] = (await run('msiinfo', ['export', msi, 'File'])).trimEnd().split('\r\n');
  const files = rows
    .map((row) => row.split('\t'))
    .sort((a, b) => Number(a.at(-1)) - Number(b.at(-1)))
    .map(([key = '']) => ({ name: key, path: join(work, key) }));
  const cabinet = await smallCabinet(files, { seconds: sourceDate(), isX86: arch === 'x64' });
  await run('msibuild', [msi, '-a', 'agent.cab', cabinet]);
}

/** Windows tells packages apart by these: another content gets others, the same content the same. */
function uuidsOf(contents: readonly (string | Buffer)[]): (what: string) => string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(createHash('sha256').update(content).digest());
  const digest = hash.digest('hex');
  return (what) =>
    createHash('sha256')
      .update(what + digest)
      .digest('hex')
      .toUpperCase()
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

/** wixl has no conditions of its own: without a root to bring, its lines go. */
function sourceFor(updateRoot: string | null): string {
  const source = readFileSync(join(HERE, 'agent.wxs'), 'utf8');
  return updateRoot ? source : source.replaceAll(/<!-- update root -->[\s\S]*?<!-- \/update root -->/g, '');
}
