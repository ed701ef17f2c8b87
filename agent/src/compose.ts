import { readFileSync } from 'node:fs';
import {
  AssayError,
  type JoinString,
  type KeyStorage,
  monotonicMs,
  type Signals,
  systemClock,
  toPlatform,
  VERSION,
} from '@assay/shared';
import type { Logger } from 'pino';
import { runAgent } from './agent.ts';
import type { AgentConfig } from './config.ts';
import { enroll } from './enrollment.ts';
import { collect } from './evidence/collect.ts';
import { createReporter } from './evidence/reporter.ts';
import { openJournal } from './journal.ts';
import { loadFileKey } from './key/file-key.ts';
import { createLadder } from './ladder.ts';
import { createProbeContext } from './probes/context.ts';
import { probesFor } from './probes/registry.ts';
import { proxyFor } from './session/proxy.ts';
import { type Identity, isEnrolled, loadIdentity, saveIdentity, saveLastWord } from './state/agent-state.ts';
import { openPrivateDir } from './state/private-dir.ts';
import { openReportNumbers } from './state/report-number.ts';

const platform = toPlatform(process.platform);

const contextFor = ({ inspectedRoot }: AgentConfig, keyStorage: KeyStorage) =>
  createProbeContext({ root: inspectedRoot, version: VERSION, keyStorage, clock: systemClock });

/** Observes everything once; needs no key, no enrollment and no collector. */
export const observe = (config: AgentConfig): Promise<Signals> =>
  collect(probesFor(platform), contextFor(config, 'file'), systemClock);

/**
 * Enrolls this machine and keeps what came of it.
 * @throws AssayError `already_enrolled`, or as `enroll` and the state directory do
 */
export async function enrollHere(join: JoinString, config: AgentConfig): Promise<Identity> {
  const dir = openPrivateDir(config.stateDir);
  if (isEnrolled(dir)) {
    const { deviceId, collectorUrl } = loadIdentity(dir);
    throw new AssayError(
      'already_enrolled',
      `this agent is device ${deviceId} at ${collectorUrl}: remove ${dir.path} first to enroll afresh`,
    );
  }
  const signer = loadFileKey(dir);
  const { hardware } = await observe(config);
  if (hardware?.status !== 'ok') throw new AssayError('internal', 'the hardware could not be observed');
  const identity = await enroll(join, {
    signer,
    platform,
    hardware: hardware.value,
    proxy: proxyFor(join.url, process.env),
  });
  saveIdentity(dir, identity);
  return identity;
}

/** Runs the enrolled agent until told to stop. @throws AssayError when there is no usable identity */
export async function runHere(
  config: AgentConfig & { url: string | null },
  log: Logger,
  stop: AbortSignal,
): Promise<void> {
  const dir = openPrivateDir(config.stateDir);
  const enrolled = loadIdentity(dir);
  // Safe to follow: pinned CA and collector id still have to fit.
  const identity = { ...enrolled, collectorUrl: config.url ?? enrolled.collectorUrl };
  const signer = loadFileKey(dir);
  const context = contextFor(config, signer.storage);
  const numbers = openReportNumbers(dir);
  const journal = openJournal(dir, systemClock);
  const stamp = { deviceId: identity.deviceId, bootId: bootId(), now: systemClock.now };
  await runAgent(
    {
      identity,
      proxy: proxyFor(identity.collectorUrl, process.env),
      signer,
      bootId: stamp.bootId,
      clock: systemClock,
      journal,
      createReporter: (signals) => createReporter({ ...stamp, signer, signals, numbers, journal }),
      onWelcome: numbers.raise,
      createLadder: (onSignals) =>
        createLadder({ probes: probesFor(platform), context, clock: systemClock, onSignals }),
      onAck(reportNumber, assessment) {
        saveLastWord(dir, { at: systemClock.now(), reportNumber, assessment });
        log.info({ reportNumber, score: assessment.score, tier: assessment.tier }, 'acknowledged');
      },
      onSent: (reportNumber) => log.debug({ reportNumber, monotonicMs: monotonicMs() }, 'report sent'),
      log,
      random: Math.random,
    },
    stop,
  );
  journal.close();
  numbers.close();
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Elsewhere the boot's start stands for it, to the minute.
    return `boot-${Math.round((Date.now() / 1000 - performance.now() / 1000) / 60)}`;
  }
}
