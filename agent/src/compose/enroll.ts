import { AssayError, type Hardware, type JoinString, type Signer, toPlatform } from '@assay/shared';
import type { AgentConfig } from '../config.ts';
import { type Enrolled, enroll } from '../enrollment.ts';
import { openDeviceKeys } from '../key/device-keys.ts';
import { KEY_FILE, loadKeyFile, makeKeyFile } from '../key/file-key.ts';
import { isKeyFromHere, saveKeyOrigin } from '../key/key-origin.ts';
import { proxyFor } from '../session/proxy.ts';
import {
  hasEnded,
  type Identity,
  isEnrolled,
  loadIdentity,
  saveIdentity,
  wipe,
} from '../state/agent-state.ts';
import { openPrivateDir, type PrivateDir } from '../state/private-dir.ts';
import { unenroll } from '../unenrollment.ts';
import { observe } from './observe.ts';

/**
 * Enrolls this machine and keeps what came of it.
 * @throws AssayError `already_enrolled`, or as `enroll` and the state directory do
 */
export async function enrollHere(joinString: JoinString, config: AgentConfig): Promise<Enrolled> {
  const dir = openPrivateDir(config.stateDir);
  if (isEnrolled(dir) && hasEnded(dir)) wipe(dir);
  if (isEnrolled(dir)) {
    const { deviceId, collectorUrl } = loadIdentity(dir);
    throw new AssayError(
      'already_enrolled',
      `this agent is device ${deviceId} at ${collectorUrl}: run assay-agent unenroll first to enroll afresh`,
    );
  }
  const { hardware } = await observe(config);
  if (hardware?.status !== 'ok') throw new AssayError('internal', 'the hardware could not be observed');
  const signer = keyFor(dir, hardware.value);
  const enrolled = await enroll(joinString, {
    signer,
    platform: toPlatform(process.platform),
    hardware: hardware.value,
    proxy: proxyFor(joinString.url, process.env),
  });
  saveIdentity(dir, enrolled.identity);
  return enrolled;
}

/**
 * Kept where the enrollment was cut off: the collector knows it again. One that came with an image, which was made where no
 * collector answered, is on every machine that got it: each makes its own.
 */
function keyFor(dir: PrivateDir, hardware: Hardware): Signer {
  const kept = isKeyFromHere(dir, hardware) ? loadKeyFile(dir, KEY_FILE, null) : null;
  if (kept) return kept;
  const made = makeKeyFile(dir);
  saveKeyOrigin(dir, hardware);
  return made;
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
