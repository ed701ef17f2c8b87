import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import { scan, unsettled } from '../journal/record.ts';
import { type DeviceKeys, openDeviceKeys } from '../key/device-keys.ts';
import { type Identity, loadIdentity, loadLastWord } from '../state/agent-state.ts';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import { failed, NOT_REACHED, type Outcome, ok } from './finding.ts';

/** What this machine knows of itself; null where it could not be read. */
export interface LocalState {
  dir: PrivateDir | null;
  identity: Identity | null;
  keys: DeviceKeys | null;
}

const REMEDIES: { [code: string]: string } = {
  state_unsafe: 'do what it says, and find out who could read the key meanwhile: enroll anew when in doubt',
  state_unreadable: 'remove the state directory and enroll again with a new join string',
  not_enrolled: 'run assay-agent enroll with a join string, or name the right --state-dir',
};

const toOutcome = (error: unknown): Outcome => {
  if (!(error instanceof AssayError)) {
    return failed('state_unreadable', (error as Error).message, 'run it as the user that the agent runs as');
  }
  return failed(error.code, error.message, REMEDIES[error.code] ?? 'see the message');
};

/** Enrollment and key, and whether they are for the agent's eyes only. Makes nothing that isn't there. */
export function examineState(stateDir: string): { state: LocalState; enrollment: Outcome; key: Outcome } {
  const state: LocalState = { dir: null, identity: null, keys: null };
  const enrollment = attempt(() => {
    if (!existsSync(stateDir)) throw new AssayError('not_enrolled', `there is no ${stateDir}`);
    state.dir = openPrivateDir(stateDir);
    state.identity = loadIdentity(state.dir);
    const { deviceId, collectorUrl } = state.identity;
    return ok('enrolled', `device ${deviceId} at ${collectorUrl}`);
  });
  const { dir } = state;
  const key = dir ? attempt(() => examineKey(dir, state)) : NOT_REACHED;
  return { state, enrollment, key };
}

function examineKey(dir: PrivateDir, state: LocalState): Outcome {
  state.keys = openDeviceKeys(dir);
  const { publicKey, storage } = state.keys.signer;
  return ok('key_private', `${publicKey.algorithm}, kept in: ${storage}, readable by this user alone`);
}

function attempt(look: () => Outcome): Outcome {
  try {
    return look();
  } catch (error) {
    return toOutcome(error);
  }
}

// An agent that runs signs a full report at least every hour, unless it was told otherwise.
const FRESH_MS = 2 * 3_600_000;

/** When the collector last acknowledged a report, and what still waits for that. */
export function examineLastAck({ dir, identity }: LocalState, now: number): Outcome {
  if (!dir || !identity) return NOT_REACHED;
  return attempt(() => {
    const waits = waitingIn(dir);
    const backlog = waits > 0 ? `; ${waits} reports wait in the journal` : '';
    const last = loadLastWord(dir);
    const start = 'start the agent (assay-agent run, or its service) and look at its log';
    if (!last) return failed('never_acknowledged', `no report was ever acknowledged${backlog}`, start);
    const when = `report ${last.reportNumber} at ${new Date(last.at).toISOString()}${backlog}`;
    return now - last.at > FRESH_MS ? failed('acknowledged_long_ago', when, start) : ok('acknowledged', when);
  });
}

function waitingIn({ path }: PrivateDir): number {
  const file = join(path, 'journal');
  return existsSync(file) ? unsettled(scan(readFileSync(file)).records).length : 0;
}
