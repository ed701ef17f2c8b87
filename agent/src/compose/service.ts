import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RunConfig } from '../config.ts';
import { startHeartbeat } from '../service/heartbeat.ts';
import { useProxySettings } from '../service/proxy-settings.ts';
import { runService } from '../service/run-service.ts';
import { openSettings, type Settings } from '../service/settings.ts';
import { hasEnded, isEnrolled } from '../state/agent-state.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { endingWith } from './ending.ts';
import { enrollHere } from './enroll.ts';
import { runHere } from './run.ts';

/**
 * Enrolls as soon as there is something to enroll with, and runs, until told to stop.
 * @returns update: a new version waits to be tried
 */
export async function runAsService(
  config: RunConfig & { joinFile: string },
  log: Logger,
  stop: AbortSignal,
  settings: Settings = openSettings({ joinFile: config.joinFile }),
): Promise<'stopped' | 'update'> {
  await useProxySettings(settings);
  const dir = openPrivateDir(config.stateDir);
  const stopHeartbeat = startHeartbeat(config.stateDir);
  const end = endingWith(stop);
  await runService(
    {
      settings,
      log,
      random: Math.random,
      pause: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {}),
      isEnrolled: () => isEnrolled(dir) && !hasEnded(dir),
      async enroll(joinString) {
        // A profile or policy that comes later than the agent brings the way there with it.
        await useProxySettings(settings);
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
