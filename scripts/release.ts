import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { makeKeys } from './release/keys.ts';
import { addBuild, buildsOf, initRepository, refresh, stage } from './release/repository.ts';

// The update repository that agents trust: npm run release -- --help. Keys of root and targets belong on a machine
// without a network; the collector serves what comes of it (serve --updates DIR).

const percent = (text: string): number => {
  const value = Number(text);
  if (text !== '' && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError('expected a number from 0 to 100');
};
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
  .action(({ keys }) => {
    const made = makeKeys(keys);
    say(made.length > 0 ? `Made ${made.join(', ')} in ${keys}.` : `All keys are in ${keys} already.`);
  });

program
  .command('init')
  .description('make an empty repository; needs all four keys')
  .addOption(repoOption())
  .addOption(keysOption())
  .action((options) => {
    initRepository(repository(options));
    const root = join(options.repo, 'metadata/1.root.json');
    say(`Made ${options.repo}. Agents trust it by ${root}: installed as /etc/assay-agent/update-root.json.`);
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
  .addOption(repoOption())
  .addOption(keysOption())
  .action((options) => refresh(repository(options)));

program
  .command('list')
  .description('show what it offers')
  .addOption(repoOption())
  .addOption(keysOption())
  .action((options) => {
    for (const { version, platform, arch, form, rollout } of buildsOf(repository(options)))
      say(`${version}  ${platform}-${arch}  ${form}  ${rollout} %`);
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`release: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
