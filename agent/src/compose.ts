import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
import type { AgentConfig, RunConfig, UpdateConfig } from './config.ts';
import { type Enrolled, enroll } from './enrollment.ts';
import { collect } from './evidence/collect.ts';
import { createReporter } from './evidence/reporter.ts';
import { openJournal } from './journal.ts';
import { openDeviceKeys } from './key/device-keys.ts';
import { KEY_FILE, loadKeyFile, makeKeyFile } from './key/file-key.ts';
import { createLadder } from './ladder.ts';
import { createProbeContext } from './probes/context.ts';
import { probesFor } from './probes/registry.ts';
import { startHeartbeat } from './service/heartbeat.ts';
import { runService } from './service/run-service.ts';
import { openSettings } from './service/settings.ts';
import { proxyFor } from './session/proxy.ts';
import {
  forgetRefusal,
  type Identity,
  isEnrolled,
  loadIdentity,
  loadRefusal,
  saveIdentity,
  saveLastWord,
  saveRefusal,
  wipe,
} from './state/agent-state.ts';
import { createKeeper } from './state/for-people.ts';
import { openPrivateDir } from './state/private-dir.ts';
import { openReportNumbers } from './state/report-number.ts';
import { holdSoleRun } from './state/sole-run.ts';
import { unenroll } from './unenrollment.ts';
import { isOnTrial } from './update/program.ts';
import { keepUpdated } from './update/updates.ts';

const platform = toPlatform(process.platform);

const contextFor = ({ inspectedRoot }: AgentConfig, keyStorage: KeyStorage, log?: Logger) =>
  createProbeContext({
    root: inspectedRoot,
    version: VERSION,
    keyStorage,
    clock: systemClock,
    codeDir: import.meta.dirname,
    onRun: (program, ms) => log?.debug({ program, ms: Math.round(ms) }, 'program ran'),
  });

/** Observes everything once; needs no key, no enrollment and no collector. */
export const observe = (config: AgentConfig): Promise<Signals> =>
  collect(probesFor(platform), contextFor(config, 'file'), systemClock);

/**
 * Enrolls this machine and keeps what came of it.
 * @throws AssayError `already_enrolled`, or as `enroll` and the state directory do
 */
export async function enrollHere(joinString: JoinString, config: AgentConfig): Promise<Enrolled> {
  const dir = openPrivateDir(config.stateDir);
  // A device that was revoked comes back as another one, with another key.
  if (isEnrolled(dir) && loadRefusal(dir)?.code === 'device_revoked') wipe(dir);
  if (isEnrolled(dir)) {
    const { deviceId, collectorUrl } = loadIdentity(dir);
    throw new AssayError(
      'already_enrolled',
      `this agent is device ${deviceId} at ${collectorUrl}: run assay-agent unenroll first to enroll afresh`,
    );
  }
  // Kept where the enrollment was cut off: the collector knows it again.
  const signer = loadKeyFile(dir, KEY_FILE, null) ?? makeKeyFile(dir);
  const { hardware } = await observe(config);
  if (hardware?.status !== 'ok') throw new AssayError('internal', 'the hardware could not be observed');
  const enrolled = await enroll(joinString, {
    signer,
    platform,
    hardware: hardware.value,
    proxy: proxyFor(joinString.url, process.env),
  });
  saveIdentity(dir, enrolled.identity);
  return enrolled;
}

/**
 * Enrolls as soon as there is something to enroll with, and runs, until told to stop.
 * @returns update: a new version waits to be tried
 */
export async function runAsService(
  config: RunConfig & { joinFile: string },
  log: Logger,
  stop: AbortSignal,
): Promise<'stopped' | 'update'> {
  const settings = openSettings({ joinFile: config.joinFile });
  const [proxy, exempt] = [await settings.read('httpsProxy'), await settings.read('noProxy')];
  if (proxy) process.env.HTTPS_PROXY = proxy;
  if (exempt) process.env.NO_PROXY = exempt;
  const dir = openPrivateDir(config.stateDir);
  const stopHeartbeat = startHeartbeat(config.stateDir);
  const end = new AbortController();
  stop.addEventListener('abort', () => end.abort());
  if (stop.aborted) end.abort();
  await runService(
    {
      settings,
      log,
      random: Math.random,
      pause: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
      isEnrolled: () => isEnrolled(dir) && loadRefusal(dir)?.code !== 'device_revoked',
      async enroll(joinString) {
        await enrollHere(joinString, config);
      },
      async run() {
        if ((await runHere(config, log, stop)) === 'update') end.abort();
      },
    },
    end.signal,
  );
  stopHeartbeat();
  return end.signal.aborted && !stop.aborted ? 'update' : 'stopped';
}

/**
 * Leaves the collector for good, and wipes what makes this machine a device of it.
 * @returns told: false when it was forced to leave without a word
 * @throws AssayError `not_enrolled`, or as `unenroll` unless forced; nothing is wiped then
 */
export async function unenrollHere(options: {
  stateDir: string;
  force: boolean;
}): Promise<Identity & { told: boolean }> {
  const dir = openPrivateDir(options.stateDir);
  const identity = loadIdentity(dir);
  let told = true;
  try {
    await unenroll(identity, openDeviceKeys(dir), proxyFor(identity.collectorUrl, process.env));
  } catch (error) {
    if (!options.force) throw error;
    told = false;
  }
  wipe(dir);
  return { ...identity, told };
}

/**
 * Runs the enrolled agent until told to stop.
 * @returns update: a new version waits to be tried
 * @throws AssayError when there is no usable identity
 */
export async function runHere(
  config: RunConfig,
  log: Logger,
  stop: AbortSignal,
): Promise<'stopped' | 'update'> {
  const dir = openPrivateDir(config.stateDir);
  const enrolled = loadIdentity(dir);
  const letGo = await holdSoleRun(dir.path);
  // Safe to follow: pinned CA and collector id still have to fit.
  const identity = { ...enrolled, collectorUrl: config.url ?? enrolled.collectorUrl };
  const keys = openDeviceKeys(dir);
  const { signer } = keys;
  const context = contextFor(config, signer.storage, log);
  const numbers = openReportNumbers(dir);
  const journal = openJournal(dir, systemClock, config.journal);
  const keep = createKeeper(log);
  // Not AbortSignal.any: its listeners may be collected while they still wait.
  const end = new AbortController();
  stop.addEventListener('abort', () => end.abort());
  if (stop.aborted) end.abort();
  const updates = openUpdates(config.updates, identity, log, () => end.abort());
  const stamp = { deviceId: identity.deviceId, bootId: bootId(config.inspectedRoot), now: systemClock.now };
  await runAgent(
    {
      identity,
      proxy: proxyFor(identity.collectorUrl, process.env),
      keys,
      bootId: stamp.bootId,
      clock: systemClock,
      journal,
      createReporter: (signals) => createReporter({ ...stamp, signer, signals, numbers, journal }),
      onWelcome(lastReportNumber) {
        numbers.raise(lastReportNumber);
        keep(() => forgetRefusal(dir));
      },
      onRefused({ code, message }) {
        keep(() => saveRefusal(dir, { at: systemClock.now(), code, message }));
      },
      createLadder: (onSignals) =>
        createLadder({ probes: probesFor(platform), context, clock: systemClock, onSignals }),
      onAck(reportNumber, assessment) {
        keep(() => saveLastWord(dir, { at: systemClock.now(), reportNumber, assessment }));
        // To whoever watches a version on trial.
        if (isOnTrial()) process.send?.('acknowledged');
        log.info({ reportNumber, score: assessment.score, tier: assessment.tier }, 'acknowledged');
      },
      onSent: (reportNumber) => log.debug({ reportNumber, monotonicMs: monotonicMs() }, 'report sent'),
      log,
      random: Math.random,
    },
    end.signal,
  );
  updates?.stop();
  journal.close();
  numbers.close();
  letGo();
  return end.signal.aborted && !stop.aborted ? 'update' : 'stopped';
}

function openUpdates(
  config: UpdateConfig | null,
  { deviceId, collectorUrl, caPem }: Identity,
  log: Logger,
  onReady: () => void,
): { stop(): void } | null {
  // On trial: whoever watches it looks for updates afterwards.
  if (!config || isOnTrial()) return null;
  const { dir, intervalMs, ...settings } = config;
  const endpoint = { url: collectorUrl, caPem, proxy: proxyFor(collectorUrl, process.env) };
  const services = { ...settings, dir: openPrivateDir(dir), deviceId, endpoint, clock: systemClock };
  return keepUpdated(services, { intervalMs, random: Math.random, log, onReady });
}

// A tree that is looked at in the place of this machine may bring its own boot.
function bootId(root: string): string {
  for (const place of [root, '/']) {
    try {
      return readFileSync(join(place, 'proc/sys/kernel/random/boot_id'), 'utf8').trim();
    } catch {}
  }
  // Elsewhere the boot's start stands for it, to the minute.
  return `boot-${Math.round((Date.now() / 1000 - performance.now() / 1000) / 60)}`;
}
