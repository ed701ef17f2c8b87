import { statSync } from 'node:fs';
import { AssayError, monotonicMs } from '@assay/shared';
import { Command, Option } from '@commander-js/extra-typings';
import pino from 'pino';
import { type Collector, startCollector } from '../compose.ts';
import { defaultConfig } from '../config.ts';
import type { GivenTls } from '../keys/tls-identity.ts';
import type { GivenCrowdstrike } from '../keys/vendor-keys.ts';
import { dataDirOption, httpsOrigin, jsonOption, parsePort, parseWhole } from './options.ts';

const defaults = defaultConfig();

/** Timers of both sides know no more than 24 days, and begin anew at once instead. */
const DAY_S = 86_400;

/** Bytes of a log that waits until it can be written again; what comes then is dropped. */
const MAX_UNWRITTEN_LOG = 1024 * 1024;

/** `assay-collector serve`: runs the collector until it is told to stop. */
export const serveCommand = () =>
  new Command('serve')
    .description('run the collector until stopped (SIGINT or SIGTERM)')
    .addOption(dataDirOption())
    .addOption(new Option('--host <address>', 'address to listen on').default(defaults.host))
    .addOption(new Option('--port <port>', 'port to listen on').argParser(parsePort).default(defaults.port))
    .addOption(
      new Option('--public-url <url>', 'how agents and consumers reach it; also the issuer of events'),
    )
    .addOption(
      new Option('--tls-cert <file>', 'certificate chain, PEM, instead of the own CA; with --tls-key'),
    )
    .addOption(new Option('--tls-key <file>', 'its private key, PEM'))
    .addOption(
      new Option('--tls-ca <file>', 'its CA for agents to pin, PEM; without: agents trust their system'),
    )
    .addOption(
      new Option('--tls-min <version>', 'lowest TLS version')
        .choices(['1.2', '1.3'] as const)
        .default('1.3' as const),
    )
    .addOption(
      new Option(
        '--proxy-socket <file>',
        'Unix socket to listen on as well, without TLS, for a proxy that ends it and speaks the PROXY protocol or, for agents, HTTP/2',
      ),
    )
    .addOption(new Option('--policy <file>', 'policy document instead of the built-in baseline'))
    .addOption(
      new Option('--updates <dir>', 'serve this update repository to agents, as npm run release makes it'),
    )
    .addOption(
      new Option(
        '--crowdstrike-keys <file>',
        "verify CrowdStrike's Zero Trust Assessments by these public keys, a JWK set",
      ),
    )
    .addOption(
      new Option(
        '--crowdstrike-customer <cid>',
        'and only those of this customer id; with --crowdstrike-keys',
      ),
    )
    .addOption(
      new Option('--report-interval <seconds>', 'how often an agent says that nothing changed')
        .argParser(parseWhole('seconds', 1, DAY_S))
        .default(defaults.reportIntervalS),
    )
    .addOption(
      new Option('--keep-evidence <days>', 'how long signed reports are kept')
        .argParser(parseWhole('days'))
        .default(defaults.keepEvidenceDays),
    )
    .addOption(
      new Option('--keep-history <days>', 'how long verdicts are kept, and who was told')
        .argParser(parseWhole('days'))
        .default(defaults.keepHistoryDays),
    )
    .addOption(
      new Option(
        '--canary-interval <seconds>',
        'how often its own canary device measures the way from a report to a target that was told; 0: never',
      )
        .argParser(parseWhole('seconds', 0, DAY_S))
        .default(defaults.canaryIntervalS),
    )
    .addOption(
      new Option('--log-level <level>', 'how much to log')
        .choices(['debug', 'info', 'warn', 'error'] as const)
        .default('info' as const),
    )
    .addOption(jsonOption())
    .action(async (options) => {
      const out = pino.destination({ dest: 2, sync: true, maxLength: MAX_UNWRITTEN_LOG });
      // A log that cannot be written, as to a full disk, ends nothing.
      out.on('error', () => {});
      const log = pino({ name: 'assay-collector', level: options.logLevel }, out);
      const collector = await startCollector(
        {
          ...defaults,
          dataDir: options.dataDir,
          host: options.host,
          port: options.port,
          publicUrl: options.publicUrl ? httpsOrigin(options.publicUrl) : null,
          tls: givenTls(options),
          tlsMinVersion: `TLSv${options.tlsMin}`,
          proxySocket: options.proxySocket ?? null,
          policyFile: options.policy ?? null,
          updatesDir: givenUpdates(options.updates),
          crowdstrike: givenCrowdstrike(options),
          reportIntervalS: options.reportInterval,
          keepEvidenceDays: options.keepEvidence,
          keepHistoryDays: options.keepHistory,
          canaryIntervalS: options.canaryInterval,
        },
        log,
      );
      collector.onAssessed(({ record: { id, lastNumber } }, { score, tier }) =>
        log.debug(
          { device: id, reportNumber: lastNumber, score, tier, monotonicMs: monotonicMs() },
          'verdict stored',
        ),
      );
      process.stdout.write(options.json ? readyForMachines(collector) : ready(collector));
      let isStopping = false;
      const stop = async () => {
        // Through npm, Ctrl-C comes more than once: that must not cut off what is being finished.
        if (isStopping) return;
        isStopping = true;
        await collector.close();
        process.exit(0);
      };
      process.on('SIGINT', stop).on('SIGTERM', stop);
    });

const readyForMachines = ({ url, caFile, adminToken, signInUrl }: Collector): string =>
  `${JSON.stringify({ event: 'ready', url, console: signInUrl(), ca: caFile, token: adminToken })}\n`;

// A link makes whoever reads it an administrator: it is for the person at the terminal, and never for a service's journal.
function ready({ url, signInUrl }: Collector): string {
  const way = process.stdout.isTTY
    ? `Sign in once with ${signInUrl()}\nCtrl-C stops it.`
    : 'assay-collector sign-in gives a link to its console.';
  return `Collector at ${url}\n${way}\n`;
}

function givenCrowdstrike(options: {
  crowdstrikeKeys?: string | undefined;
  crowdstrikeCustomer?: string | undefined;
}): GivenCrowdstrike | null {
  const { crowdstrikeKeys: keysFile, crowdstrikeCustomer: customer = null } = options;
  if (keysFile) return { keysFile, customer };
  if (customer) throw new AssayError('vendor_keys_unusable', 'give --crowdstrike-keys as well');
  return null;
}

function givenUpdates(dir: string | undefined): string | null {
  if (dir === undefined) return null;
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return dir;
  // Served all the same, every agent would hear that there is nothing newer.
  throw new AssayError(
    'config_invalid',
    `expected a directory as --updates, got ${dir}: npm run release makes one`,
  );
}

function givenTls(options: {
  tlsCert?: string | undefined;
  tlsKey?: string | undefined;
  tlsCa?: string | undefined;
}): GivenTls | null {
  const { tlsCert, tlsKey, tlsCa } = options;
  if (!tlsCert && !tlsKey && !tlsCa) return null;
  if (!tlsCert || !tlsKey) throw new AssayError('certificate_unusable', 'give both --tls-cert and --tls-key');
  return { certFile: tlsCert, keyFile: tlsKey, caFile: tlsCa ?? null };
}
