import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { makeKeys, ROLES, type Role } from './release/keys.ts';
import { currentRoot } from './release/metadata.ts';
import { addBuild, buildsOf, initRepository, refresh, resignTargets, stage } from './release/repository.ts';
import { type RootProgress, rotateRoot, signRoot } from './release/root.ts';

// The update repository that agents trust: npm run release -- --help. Keys of root and targets belong on a machine
// without a network; the collector serves what comes of it (serve --updates DIR).

const percent = (text: string): number => {
  const value = Number(text);
  if (text !== '' && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('expected a number from 0 to 100');
};
const count = (text: string): number => {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a number from 1 to 99');
};
const roles = (text: string): Role[] =>
  text.split(',').map((word) => {
    const role = ROLES.find((one) => one === word);
    if (!role) throw new InvalidArgumentError(`there is no role "${word}": ${ROLES.join(', ')}`);
    return role;
  });
const version = (text: string): string => {
  if (/^\d+\.\d+\.\d+$/.test(text)) return text;
  throw new InvalidArgumentError('expected a version such as 1.2.3');
};

const repoOption = () => new Option('--repo <dir>', 'the repository').default('dist/updates');
const keysOption = () =>
  new Option(
    '--keys <dir>',
    'the keys, one file for each role; only those that a command signs with need be there',
  ).default('release-keys');

const thresholdOption = () =>
  new Option('--threshold <number>', 'how many root keys must sign a root').argParser(count);

const repository = ({ repo, keys }: { repo: string; keys: string }) => ({
  dir: repo,
  keysDir: keys,
  now: Date.now(),
});
const say = (text: string) => void process.stdout.write(`${text}\n`);

const program = new Command('release')
  .description('the signed repository that agents update themselves from')
  .showHelpAfterError('(--help shows what there is)');

program
  .command('keys')
  .description('make the keys that are missing: root, targets (keep them offline), snapshot, timestamp')
  .addOption(keysOption())
  .addOption(
    new Option('--root-keys <number>', 'how many people hold a root key').argParser(count).default(1),
  )
  .action(({ keys, rootKeys }) => {
    const made = makeKeys(keys, rootKeys);
    say(made.length > 0 ? `Made ${made.join(', ')} in ${keys}.` : `All keys are in ${keys} already.`);
  });

program
  .command('init')
  .description('make an empty repository; needs all keys')
  .addOption(thresholdOption().default(1))
  .addOption(repoOption())
  .addOption(keysOption())
  .action(({ threshold, ...options }) => {
    initRepository(repository(options), threshold);
    const root = join(options.repo, 'metadata/1.root.json');
    say(
      `Made ${options.repo}. Agents trust it by ${root}: packaged with them (npm run package -- --update-root), or installed as /etc/assay-agent/update-root.json.`,
    );
  });

program
  .command('add')
  .description('add a build of the agent; needs targets, snapshot, timestamp')
  .argument('<file>', 'the executable; for macOS the bundle (.cjs), which the installed runtime runs')
  .requiredOption('--release <version>', 'which version it is', version)
  .addOption(
    new Option('--platform <name>').choices(['linux', 'macos', 'windows'] as const).default('linux' as const),
  )
  .addOption(new Option('--arch <name>').choices(['x64', 'arm64'] as const).default('x64' as const))
  .addOption(new Option('--rollout <percent>', 'of all devices').argParser(percent).default(0))
  .addOption(repoOption())
  .addOption(keysOption())
  .action((file, { release, platform, arch, rollout, ...options }) => {
    const form = file.endsWith('.cjs') ? 'bundle' : 'executable';
    addBuild(repository(options), file, { version: release, platform, arch, form, rollout });
    say(`Added ${release} for ${platform}-${arch}, for ${rollout} % of the devices.`);
  });

program
  .command('stage')
  .description(
    'give a version to more devices, or with 0 to none any more; needs targets, snapshot, timestamp',
  )
  .argument('<version>', 'which', version)
  .argument('<percent>', 'of all devices', percent)
  .addOption(repoOption())
  .addOption(keysOption())
  .action((release, rollout, options) => {
    stage(repository(options), release, rollout);
    say(`Version ${release} is for ${rollout} % of the devices.`);
  });

program
  .command('refresh')
  .description(
    'sign anew before the timestamp expires (7 days): daily, by a timer; needs snapshot, timestamp',
  )
  .option('--targets', 'the list of versions as well (90 days); needs targets, too')
  .addOption(repoOption())
  .addOption(keysOption())
  .action(({ targets = false, ...options }) => (targets ? resignTargets : refresh)(repository(options)));

program
  .command('rotate-root')
  .description('make the next root: for another year, or with other keys; agents follow from root to root')
  .addOption(
    new Option('--roles <roles>', 'whose keys are those in --keys from now on').argParser(roles).default([]),
  )
  .option('--old-keys <dir>', 'root keys that count now, to sign with; by default --keys')
  .addOption(thresholdOption())
  .addOption(repoOption())
  .addOption(keysOption())
  .action(({ roles, oldKeys, threshold = null, ...options }) => {
    const rotation = { roles, threshold, oldKeysDir: oldKeys ?? options.keys };
    tell(rotateRoot(repository(options), rotation));
    if (roles.some((role) => role !== 'root')) say('Now sign anew by the new keys: refresh --targets.');
  });

program
  .command('sign-root')
  .description('add the signatures of further root keys to a root that waits for them')
  .addOption(repoOption())
  .addOption(keysOption())
  .action((options) => tell(signRoot(repository(options))));

program
  .command('root')
  .description('show which keys count, how many must sign, and until when')
  .addOption(repoOption())
  .addOption(keysOption())
  .action((options) => {
    const { signed } = currentRoot(repository(options));
    say(`Root ${signed.version}, good until ${signed.expires}`);
    for (const [role, { keyIDs, threshold }] of Object.entries(signed.roles))
      say(
        `${role.padEnd(9)}  ${threshold} of ${keyIDs.length}: ${keyIDs.map((id) => id.slice(0, 16)).join(', ')}`,
      );
  });

program
  .command('list')
  .description('show what it offers')
  .addOption(repoOption())
  .addOption(keysOption())
  .action((options) => {
    for (const { version, platform, arch, form, rollout } of buildsOf(repository(options)))
      say(`${version}  ${platform}-${arch}  ${form}  ${rollout} %`);
  });

function tell({ version, byOld, byNew, isPublished }: RootProgress): void {
  if (isPublished) {
    say(`Root ${version} is published; agents follow at their next look.`);
    return;
  }
  const missing = [
    ...(byOld.have < byOld.need ? [`${byOld.need - byOld.have} of the keys before`] : []),
    ...(byNew.have < byNew.need ? [`${byNew.need - byNew.have} of its own`] : []),
  ];
  say(`Root ${version} waits for ${missing.join(' and ')}: sign-root where they are.`);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`release: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
