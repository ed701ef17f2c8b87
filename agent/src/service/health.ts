import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@assay/shared';
import { HEARTBEAT_FILE, HUNG_AFTER_S } from './heartbeat.ts';
import type { ServiceManager, ServiceState } from './service-manager.ts';

export interface ServiceHealth {
  state: ServiceState;
  /** Milliseconds since the last sign of life; null: there was none yet. */
  silentMs: number | null;
  hung: boolean;
}

export async function healthOf(
  manager: ServiceManager,
  stateDir: string,
  clock: Clock,
): Promise<ServiceHealth> {
  const state = await manager.state();
  const beat = statSync(join(stateDir, HEARTBEAT_FILE), { throwIfNoEntry: false });
  const silentMs = beat ? Math.max(0, Math.round(clock.now() - beat.mtimeMs)) : null;
  return {
    state,
    silentMs,
    hung: state === 'running' && silentMs !== null && silentMs > HUNG_AFTER_S * 1000,
  };
}

/**
 * Puts right what keeps the service from running: a definition that is missing or was changed, one that was stopped
 * or disabled, an agent that hangs.
 * @returns what was done, in words; empty when nothing had to be
 * @throws AssayError `service_failed`
 */
export async function heal(
  manager: ServiceManager,
  { executable, stateDir, clock }: { executable: string; stateDir: string; clock: Clock },
): Promise<string[]> {
  const before = await healthOf(manager, stateDir, clock);
  const done: string[] = [];
  const redefined = await manager.define(executable);
  if (redefined) done.push('its definition was written anew');
  // Also where it runs: one that was disabled would not after the next boot.
  await manager.start();
  if (before.state !== 'running') done.push('it was started');
  else if (before.hung || redefined) {
    await manager.restart();
    done.push(before.hung ? 'it hung and was started anew' : 'it was started anew');
  }
  return done;
}
