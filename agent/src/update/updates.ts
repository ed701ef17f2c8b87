import { join } from 'node:path';
import { AssayError, type Clock, toPlatform, VERSION } from '@assay/shared';
import type { Logger } from 'pino';
import type { Endpoint } from '../session/peer.ts';
import type { PrivateDir } from '../state/private-dir.ts';
import { chooseUpdate, type Offer } from './choose.ts';
import { installedForm } from './program.ts';
import type { Repository } from './repository.ts';
import { isBarred, loadUpdateState, saveUpdateState } from './update-state.ts';
import { openVersions } from './versions.ts';

export interface UpdateServices {
  dir: PrivateDir;
  /** File with the root metadata that is trusted. */
  rootFile: string;
  /** This version and no other; null: the newest that is rolled out to this device. */
  pin: string | null;
  deviceId: string;
  endpoint: Endpoint;
  clock: Clock;
}

/** What a look at the repository came to. */
export interface Found {
  offer: Offer | null;
  repository: Repository;
}

/** Looks what is offered to this device, and takes nothing. @throws AssayError `update_refused` */
export async function findUpdate(services: UpdateServices): Promise<Found> {
  const { dir, rootFile, pin, deviceId, endpoint, clock } = services;
  const state = loadUpdateState(dir);
  // Its library is needed by those alone who are to be updated.
  const { digestOfRoot, openRepository } = await import('./repository.ts');
  const root = digestOfRoot(rootFile);
  const trust = { rootFile, metadataDir: join(dir.path, 'metadata'), begunWith: state.root };
  const repository = await openRepository(endpoint, trust);
  const offer = chooseUpdate(repository.offers, {
    ...{ running: VERSION, platform: toPlatform(process.platform), arch: process.arch },
    ...{ form: installedForm(), deviceId, pin },
    isBarred: (version) => isBarred(state, version, clock.now()),
  });
  const outcome = offer ? `version ${offer.version} is for this device` : 'nothing newer is for this device';
  // As it is now: what is typed looks beside the service, which may have put a version on trial or in use meanwhile.
  saveUpdateState(dir, { ...loadUpdateState(dir), root, lastCheck: { at: clock.now(), outcome } });
  return { offer, repository };
}

/** Puts a found version on trial for the next start. @throws AssayError `update_refused` */
async function putOnTrial({ dir }: UpdateServices, { offer, repository }: Found): Promise<void> {
  if (!offer) return;
  const versions = openVersions(dir);
  const { current } = loadUpdateState(dir);
  versions.keepOnly([current]);
  await versions.install(offer, repository);
  const trial = { version: offer.version, crashes: 0, starts: 0 };
  saveUpdateState(dir, { ...loadUpdateState(dir), trial });
}

/**
 * Looks now and then, first after a random part of the interval or of five minutes, so that a fleet does not come at once.
 * @param onReady a new version waits to be tried: end, and start anew
 */
export function keepUpdated(
  services: UpdateServices,
  options: { intervalMs: number; random(): number; log: Logger; onReady(): void },
): { stop(): void } {
  const { intervalMs, random, log, onReady } = options;
  let stopped = false;
  let timer = setTimeout(look, random() * Math.min(intervalMs, FIRST_LOOK_MS));

  async function look(): Promise<void> {
    try {
      const found = await findUpdate(services);
      if (found.offer) {
        await putOnTrial(services, found);
        log.info({ version: found.offer.version }, 'a new version was fetched and verified');
        onReady();
        return;
      }
    } catch (error) {
      const { message } = error as Error;
      log.error(
        { code: error instanceof AssayError ? error.code : 'internal', detail: message },
        'no update',
      );
      noteFailure(services, message);
    }
    if (!stopped) timer = setTimeout(look, intervalMs * (0.9 + 0.2 * random()));
  }
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

const FIRST_LOOK_MS = 300_000;

function noteFailure({ dir, clock }: UpdateServices, outcome: string): void {
  try {
    saveUpdateState(dir, { ...loadUpdateState(dir), lastCheck: { at: clock.now(), outcome } });
  } catch {
    // The disk may be full: then this is what fails as well, and the agent goes on.
  }
}
