import { monotonicMs, systemClock } from '@assay/shared';
import type { Logger } from 'pino';
import { runAgent } from '../agent.ts';
import type { RunConfig, UpdateConfig } from '../config.ts';
import { createReporter } from '../evidence/reporter.ts';
import { openJournal } from '../journal.ts';
import { openDeviceKeys } from '../key/device-keys.ts';
import { createLadder } from '../ladder.ts';
import { proxyFor } from '../session/proxy.ts';
import {
  forgetRefusal,
  type Identity,
  isEnrolled,
  loadIdentity,
  saveLastWord,
  saveRefusal,
} from '../state/agent-state.ts';
import { createKeeper } from '../state/for-people.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { openReportNumbers } from '../state/report-number.ts';
import { holdSoleRun } from '../state/sole-run.ts';
import { bootId } from '../system/boot-id.ts';
import { keepSmall } from '../system/keep-small.ts';
import { isOnTrial } from '../update/program.ts';
import { keepUpdated } from '../update/updates.ts';
import { endingWith } from './ending.ts';
import { contextFor, probesHere } from './observe.ts';

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
  const end = endingWith(stop);
  keepSmall();
  const updates = openUpdates(config.updates, identity, log, () => end.abort());
  const stamp = {
    deviceId: identity.deviceId,
    bootId: bootId(config.inspectedRoot, dir),
    now: systemClock.now,
  };
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
        keep(() => {
          saveRefusal(dir, { at: systemClock.now(), code, message });
          // Whoever left by a command beside this process has wiped everything, or is about to.
          if (!isEnrolled(dir)) forgetRefusal(dir);
        });
      },
      createLadder: (onSignals) =>
        createLadder({ probes: probesHere(), context, clock: systemClock, onSignals }),
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
