import { mkdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parsePort } from '@assay/collector';
import { AssayError, systemClock } from '@assay/shared';
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { createLaptop } from '../test/laptop/tree.ts';
import { createControls, MENU, WORDS } from './demo/controls.ts';
import { runIdentityProvider } from './demo/identity-provider.ts';
import { createNarrator } from './demo/narrator.ts';
import { ADA, GRACE, PEOPLE } from './demo/people.ts';
import { enrollAgent } from './start/agent-process.ts';
import { inForeground, throwAwayDir } from './start/foreground.ts';
import { runCollector, runDevice } from './start/run-parts.ts';

// The main job and what it is for: an identity provider that lets people in or not by what the collector tells it.
// Grace owns this machine as it really is; Ada owns a laptop that is a directory, so that it can be broken and mended.

const FIRST_VERDICT_MS = 60_000;
const CONSEQUENCE_MS = 10_000;

function parseScript(text: string): string[] {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.filter((word) => !WORDS.includes(word));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`expected ${WORDS.join(', ')}; got ${unknown.join(', ')}`);
  return words;
}

const options = new Command('npm run demo --')
  .description('Shows an identity provider keeping people out while their device is out of order.')
  .addOption(
    new Option('--port <port>', "the collector's port; 0: any free one").default(0).argParser(parsePort),
  )
  .addOption(new Option('--data-dir <dir>', 'keep everything there; without it, nothing is left behind'))
  .addOption(
    new Option(
      '--script <words>',
      `do these one after the other, waiting for the consequence of each, and end: ${WORDS.join(', ')}; exit code 1 when one does not come`,
    ).argParser(parseScript),
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts();

const { now } = systemClock;
const narrator = createNarrator(process.stdout, now);

await inForeground(async (job) => {
  const dataDir = options.dataDir ?? throwAwayDir(job);
  narrator.say('Starting the collector and the identity provider …');
  const collector = await runCollector(job, { dataDir: join(dataDir, 'collector'), port: options.port });
  collector.onAssessed(({ record }, assessment) => narrator.assessed(record.hostname, assessment));

  const waiting = new Set<() => void>();
  const onEvent = () => {
    for (const { email } of PEOPLE) if (isHeardOf({ email })) narrator.access(email, idp.decide(email));
    for (const look of waiting) look();
  };
  const idp = await runIdentityProvider(job, collector, { dataDir, onEvent });

  /** False when that takes longer; looks after every event at the provider. */
  function until(holds: () => boolean, timeoutMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = () => holds() && resolve(true);
    const timer = setTimeout(() => resolve(false), timeoutMs);
    waiting.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(look);
    });
  }
  const isAllowed = () => idp.decide(ADA.email).allowed;
  const isHeardOf = ({ email }: { email: string }) => idp.devicesOf(email).length > 0;

  const root = join(dataDir, 'demo-laptop');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const laptop = createLaptop(root, { hostname: 'ada-demo-laptop', serial: 'DEMO-0001' });
  const devices = [
    { stateDir: join(dataDir, 'agent-of-demo-laptop'), root, owner: ADA.email },
    { stateDir: join(dataDir, 'agent'), root: '/', owner: GRACE.email },
  ];
  narrator.say(`Enrolling ${laptop.hostname} and this machine, ${hostname()} …`);
  await Promise.all(
    devices.map(async (device) => {
      await enrollAgent(collector, device);
      runDevice(job, collector.url, device);
    }),
  );

  const tellAddresses = () =>
    narrator.say(`
Protected app         ${idp.appUrl}
  ${ADA.email}, password ${ADA.password}: owns ${laptop.hostname}, a test tree in ${root}
  ${GRACE.email}, password ${GRACE.password}: owns ${hostname()}, this machine as it really is
Console               ${collector.signInUrl()}
  signs you in once; s gives a new address`);

  const controls = createControls({
    laptop,
    narrator,
    now,
    onStatus() {
      for (const { email } of PEOPLE) {
        const decision = idp.decide(email);
        const answer = decision.allowed
          ? `may sign in. ${decision.because}`
          : `is kept out. ${decision.refusals.map(({ reason }) => reason).join(' ')}`;
        narrator.say(`${email} ${answer}`);
      }
      tellAddresses();
    },
    onQuit: () => job.end(0),
  });

  const inOrder = await until(() => isAllowed() && PEOPLE.every(isHeardOf), FIRST_VERDICT_MS);
  tellAddresses();
  if (!inOrder) narrator.say('\nNot everybody was judged yet: s says where things stand.');

  if (options.script) {
    for (const word of options.script) {
      controls.run(word);
      if (!(await until(() => isAllowed() !== controls.isBroken(), CONSEQUENCE_MS))) {
        throw new AssayError(
          'internal',
          `"${word}" had no consequence at the identity provider within ${CONSEQUENCE_MS / 1000} s`,
        );
      }
    }
    return job.end(0);
  }

  narrator.say(`\nType a letter and Enter:\n${MENU}\n`);
  // Not a terminal of its own, so that Ctrl-C reaches this process as a signal.
  createInterface({ input: process.stdin, terminal: false }).on('line', (line) => {
    const word = line.trim().toLowerCase();
    if (word !== '' && !controls.run(word)) narrator.say(`Expected one of these:\n${MENU}`);
  });
});
