import { FORMS, type Form } from './program.ts';
import { isNewer, isVersion, placeInRollout } from './version.ts';

/** What a repository offers, as its signed metadata say. */
export interface Offer {
  /** Of the target in the repository. */
  path: string;
  version: string;
  platform: string;
  arch: string;
  form: Form;
  /** Of all devices, percent: those whose place in the rollout is below it. */
  rollout: number;
}

export interface Chooser {
  /** The version that runs now. */
  running: string;
  platform: string;
  arch: string;
  /** How the installed agent is put together. */
  form: Form;
  deviceId: string;
  /** IT's word: this version and no other; null: the newest that is rolled out to this device. */
  pin: string | null;
  /** Whether a version failed here, and is not to be tried again yet. */
  isBarred(version: string): boolean;
}

/** Pure. The newest version that is meant for this device; null: it has it. Never an older one, whatever is offered. */
export function chooseUpdate(offers: readonly Offer[], chooser: Chooser): Offer | null {
  const { running, platform, arch, form, deviceId, pin, isBarred } = chooser;
  return offers
    .filter((offer) => offer.platform === platform && offer.arch === arch && offer.form === form)
    .filter(({ version }) => isNewer(version, running) && !isBarred(version))
    .filter(({ version, rollout }) =>
      pin === null ? placeInRollout(deviceId, version) < rollout : version === pin,
    )
    .reduce<Offer | null>(
      (best, offer) => (best && !isNewer(offer.version, best.version) ? best : offer),
      null,
    );
}

/** What a target's custom field says; null: it is none of ours. */
export function toOffer(path: string, custom: unknown): Offer | null {
  if (typeof custom !== 'object' || custom === null) return null;
  const { version, platform, arch, rollout, form = 'executable' } = custom as Record<string, unknown>;
  if (typeof version !== 'string' || !isVersion(version)) return null;
  if (typeof platform !== 'string' || typeof arch !== 'string') return null;
  if (typeof rollout !== 'number' || !(rollout >= 0 && rollout <= 100)) return null;
  if (!isForm(form)) return null;
  return { path, version, platform, arch, form, rollout };
}

const isForm = (value: unknown): value is Form => FORMS.some((form) => form === value);
