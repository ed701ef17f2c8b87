import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSea } from 'node:sea';
import { AssayError, parseJoinString, systemClock, toPlatform } from '@assay/shared';
import { Command, Option } from '@commander-js/extra-typings';
import { runAsService } from '../compose/service.ts';
import { heal, healthOf, type ServiceHealth } from '../service/health.ts';
import { startHeartbeat } from '../service/heartbeat.ts';
import { openServiceManager } from '../service/manager.ts';
import { PLACES } from '../service/places.ts';
import { jsonOption } from './options.ts';
import { runningCommand, runToTheEnd } from './running.ts';

const platform = toPlatform(process.platform);
const places = PLACES[platform];

/** `assay-agent service`: the agent as the platform's own service. */
export const serviceCommand = () =>
  new Command('service')
    .description('install, remove, look at or put right the service that keeps the agent running')
    .addCommand(installCommand())
    .addCommand(removeCommand())
    .addCommand(statusCommand())
    .addCommand(healCommand())
    .addCommand(runCommand());

const installCommand = () =>
  new Command('install')
    .description('start the agent now and at every boot, from where this executable is')
    .addOption(
      new Option('--join-string <text>', 'to enroll with; also from the environment').env(
        'ASSAY_JOIN_STRING',
      ),
    )
    .addOption(jsonOption())
    .action(async ({ joinString, json }) => {
      if (joinString) keepJoinString(joinString);
      const manager = openServiceManager(platform);
      await manager.define(ownExecutable());
      await manager.start();
      print(json, { event: 'installed', service: places.name }, `The service ${places.name} runs.\n`);
    });

const removeCommand = () =>
  new Command('remove')
    .description('stop the service and remove it; the identity stays unless --wipe says otherwise')
    .addOption(new Option('--wipe', "also remove the device's key, identity, journal and logs"))
    .addOption(jsonOption())
    .action(async ({ wipe = false, json }) => {
      await openServiceManager(platform).remove();
      rmSync(join(places.stateDir, 'updates'), { recursive: true, force: true });
      if (wipe) wipeAll();
      const rest = wipe ? 'Key and identity are wiped.' : `Key and identity stay in ${places.stateDir}.`;
      print(
        json,
        { event: 'removed', service: places.name, wiped: wipe },
        `The service ${places.name} is removed. ${rest}\n`,
      );
    });

const statusCommand = () =>
  new Command('status')
    .description('say whether the service runs and gives signs of life; exit code 1 if not')
    .addOption(jsonOption())
    .action(async ({ json }) => {
      const health = await healthOf(openServiceManager(platform), places.stateDir, systemClock);
      print(json, { service: places.name, ...health }, `${describe(health)}\n`);
      process.exitCode = health.state === 'running' && !health.hung ? 0 : 1;
    });

const healCommand = () =>
  new Command('heal')
    .description(
      'write its definition anew, enable and start it, or start it anew where it hangs, as need be',
    )
    .addOption(jsonOption())
    .action(async ({ json }) => {
      const where = { executable: ownExecutable(), stateDir: places.stateDir, clock: systemClock };
      const done = await heal(openServiceManager(platform), where);
      const text = done.length > 0 ? `${done.join('; ')}.\n` : 'Nothing had to be done.\n';
      print(json, { event: 'healed', done }, text);
    });

const runCommand = () =>
  runningCommand('run', places.stateDir)
    .description('what the service starts: enroll as soon as IT has left a join string, then report')
    .addOption(new Option('--join-file <file>', 'where a join string may be left').default(places.joinFile))
    .action((options) =>
      runToTheEnd(
        options,
        (config, log, stop) =>
          runAsService({ ...config, inspectedRoot: '/', url: null, joinFile: options.joinFile }, log, stop),
        () => startHeartbeat(options.stateDir),
      ),
    );

/** @throws AssayError `service_failed` when run from the sources: a service needs what is installed */
function ownExecutable(): string {
  // Said by the launcher, where runtime and bundle are apart.
  const path = process.env.ASSAY_EXECUTABLE ?? (isSea() ? process.execPath : null);
  if (path) return path;
  throw new AssayError('service_failed', 'only a packaged agent can be a service: see npm run package');
}

/** @throws AssayError when it is none */
function keepJoinString(text: string): void {
  parseJoinString(text);
  mkdirSync(dirname(places.joinFile), { recursive: true, mode: 0o700 });
  writeFileSync(places.joinFile, `${text}\n`, { mode: 0o600 });
}

function wipeAll(): void {
  // The join string's directory is ours alone everywhere.
  for (const path of [places.stateDir, dirname(places.joinFile), places.logDir])
    if (path) rmSync(path, { recursive: true, force: true });
}

function describe({ state, silentMs, hung }: ServiceHealth): string {
  const words = {
    running: 'runs',
    stopped: 'is installed and does not run: assay-agent service heal',
    not_installed: 'is not installed: assay-agent service install',
    unknown: "cannot be asked after: the platform's service manager does not answer",
  };
  const silent = silentMs === null ? '' : `; last sign of life ${Math.round(silentMs / 1000)} s ago`;
  return `The service ${places.name} ${words[state]}${silent}${hung ? '; it hangs: assay-agent service heal' : ''}.`;
}

const print = (json: boolean | undefined, value: object, text: string) =>
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : text);
