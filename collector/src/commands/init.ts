import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { AssayError, systemClock } from '@assay/shared';
import { Command, Option } from '@commander-js/extra-typings';
import { stringify } from 'yaml';
import { type CollectorConfig, defaultConfig, defaultDataDir, ownOrigin } from '../config.ts';
import { openFoundation } from '../foundation.ts';
import { readLocalAccess } from '../local-access.ts';
import { type ConfigValues, readConfigFile } from './config-file.ts';
import { httpsOrigin, jsonOption, parsePort } from './options.ts';

const DEFAULT_FILE = 'collector.yaml';

/** `assay-collector init`: writes the configuration and makes the data directory; may be run again. */
export const initCommand = () =>
  new Command('init')
    .description('set up a collector: write its configuration, make its data directory, say what comes next')
    .addOption(
      new Option('--data-dir <dir>', 'where database, keys and certificates are kept').env('ASSAY_DATA_DIR'),
    )
    .addOption(new Option('--public-url <url>', 'how agents reach it, an https address'))
    .addOption(new Option('--host <address>', 'address to listen on'))
    .addOption(new Option('--port <port>', 'port to listen on').argParser(parsePort))
    .addOption(new Option('--tls-cert <file>', 'certificate chain, PEM, instead of the own CA'))
    .addOption(new Option('--tls-key <file>', 'its private key, PEM'))
    .addOption(new Option('--tls-ca <file>', 'its CA for agents to pin, PEM'))
    .addOption(new Option('--policy <file>', 'policy document instead of the built-in baseline'))
    .addOption(new Option('--yes', 'ask nothing: take the default of whatever is not given'))
    .addOption(jsonOption())
    .action(async ({ yes, json, ...given }, command) => {
      const { config: file = DEFAULT_FILE } = command.optsWithGlobals() as { config?: string };
      const asks = !yes && !json && process.stdin.isTTY === true && !existsSync(file);
      const outcome = await initialise(
        resolve(file),
        toValues(withWholePaths(given)),
        asks ? askPerson : null,
      );
      process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : nextSteps(outcome));
    });

/** What is asked for, with what is taken when nothing is answered. */
type Ask = (question: string, fallback: string) => Promise<string>;

interface Outcome {
  config: string;
  /** False: it was there, and stays as it is. */
  written: boolean;
  dataDir: string;
  url: string;
  /** Null: agents trust their system's CA store. */
  caFile: string | null;
}

/** @throws AssayError `config_invalid` when the file says something else than is given, or as `openFoundation` */
async function initialise(file: string, given: ConfigValues, ask: Ask | null): Promise<Outcome> {
  const written = !existsSync(file);
  if (!written) assertSame(file, asWritten(given));
  const values = written ? await complete(given, ask) : readConfigFile(file);
  const config = toConfig(values);
  await makeDataDir(config);
  // Last, so that what is written is known to work.
  if (written) writeConfig(file, values);
  const { caPem } = readLocalAccess(config.dataDir);
  const url = config.publicUrl ?? String(values.url);
  return {
    config: file,
    written,
    dataDir: config.dataDir,
    url,
    caFile: caPem === null ? null : caFileOf(config),
  };
}

const HEADER = `# Options of assay-collector, by their long names; see assay-collector serve --help.
# What is given on the command line goes before what is written here.
`;

function writeConfig(file: string, values: ConfigValues): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, HEADER + stringify(values), { mode: 0o640, flag: 'wx' });
  } catch (cause) {
    throw new AssayError(
      'config_invalid',
      `cannot write the configuration ${file}: ${(cause as Error).message}; give another --config`,
      { cause },
    );
  }
}

/** An address is written in one way, however it was given. */
const asWritten = (values: ConfigValues): ConfigValues => ({
  ...values,
  ...(values['public-url'] ? { 'public-url': httpsOrigin(String(values['public-url'])) } : {}),
});

/** A service starts in another directory than who sets it up. */
const withWholePaths = <G extends Partial<Record<(typeof PATHS)[number], string>>>(given: G): G => ({
  ...given,
  ...Object.fromEntries(PATHS.flatMap((name) => (given[name] ? [[name, resolve(given[name])]] : []))),
});
const PATHS = ['dataDir', 'tlsCert', 'tlsKey', 'tlsCa', 'policy'] as const;

const toValues = (given: Record<string, string | number | undefined>): ConfigValues =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]],
    ),
  );

function assertSame(file: string, given: ConfigValues): void {
  const there = asWritten(readConfigFile(file));
  const other = Object.entries(given).find(([key, value]) => String(there[key]) !== String(value));
  if (!other) return;
  const [key, value] = other;
  throw new AssayError(
    'config_invalid',
    `${file} is there already and says ${key}: ${there[key] ?? '(nothing)'}, not ${value}: edit it, or give another --config`,
  );
}

async function complete(given: ConfigValues, ask: Ask | null): Promise<ConfigValues> {
  const { host: defaultHost, port: defaultPort } = defaultConfig();
  const answer = async (key: string, question: string, fallback: string) =>
    given[key] ?? (ask ? await ask(question, fallback) : fallback);
  const dataDir = resolve(
    String(await answer('data-dir', 'Where may database and keys be kept?', defaultDataDir())),
  );
  const host = await answer('host', 'Which address shall it listen on (0.0.0.0: all)?', defaultHost);
  const port = givenPort(String(await answer('port', 'Which port?', String(defaultPort))));
  const local = ownOrigin(String(host), port);
  const publicUrl = await answer('public-url', 'Under which https address do agents reach it?', local);
  return {
    ...given,
    'data-dir': dataDir,
    host,
    port,
    'public-url': httpsOrigin(String(publicUrl)),
    // For this machine's own commands; a given certificate may not be good for 127.0.0.1.
    url: given['tls-cert'] ? httpsOrigin(String(publicUrl)) : local,
  };
}

function toConfig(values: ConfigValues): CollectorConfig {
  const text = (key: string) => (values[key] === undefined ? null : String(values[key]));
  const [certFile, keyFile, caFile] = [text('tls-cert'), text('tls-key'), text('tls-ca')];
  if ((certFile === null) !== (keyFile === null) || (caFile !== null && certFile === null))
    throw new AssayError('certificate_unusable', 'give both --tls-cert and --tls-key');
  return {
    ...defaultConfig(),
    dataDir: text('data-dir') ?? defaultDataDir(),
    publicUrl: text('public-url'),
    tls: certFile && keyFile ? { certFile, keyFile, caFile } : null,
    policyFile: text('policy'),
  };
}

async function makeDataDir(config: CollectorConfig): Promise<void> {
  const closers = new AsyncDisposableStack();
  try {
    await openFoundation(config, systemClock, closers);
  } catch (error) {
    // A collector runs on it: then it was made before.
    if (!(error instanceof AssayError && error.code === 'data_dir_in_use')) throw error;
  } finally {
    await closers.disposeAsync();
  }
}

const caFileOf = ({ dataDir, tls }: CollectorConfig) => tls?.caFile ?? `${dataDir}/keys/ca.pem`;

/** @throws AssayError `config_invalid` */
function givenPort(text: string): number {
  try {
    return parsePort(text);
  } catch (cause) {
    throw new AssayError('config_invalid', `${text} is no port: ${(cause as Error).message}`, { cause });
  }
}

async function askPerson(question: string, fallback: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`${question} [${fallback}] `)).trim() || fallback;
  } catch (cause) {
    process.stderr.write('\n');
    throw new AssayError('config_invalid', 'broken off, nothing is set up: --yes takes the defaults', {
      cause,
    });
  } finally {
    terminal.close();
  }
}

const nextSteps = ({ config, written, dataDir, url, caFile }: Outcome): string => `${
  written ? `Wrote ${config}` : `${config} is there already, and stays as it is`
}; data are in ${dataDir}.

Next:
  1. start it          assay-collector serve --config ${config}
                       (as a service, in a container, behind a proxy: collector/docs/running.md)
  2. sign in           assay-collector sign-in --config ${config}
  3. let devices in    assay-collector token create --config ${config} --uses 10
  4. back it up        assay-collector backup create --config ${config} FILE

It will answer at ${url}${caFile ? `, with a certificate of its own CA (${caFile}); join strings carry its pin` : ''}.
${isLocal(url) ? 'Only this machine reaches it there: set host and public-url for others to do.\n' : ''}`;

const isLocal = (url: string) => /^https:\/\/(127\.|localhost|\[::1\])/.test(url);
