import { type Outcome, ok, type SecureBoot, unknown } from '@assay/shared';
import type { Probe } from '../probe.ts';
import { readMacController, readT2Policy } from './mac-controller.ts';

type Level = NonNullable<SecureBoot['level']>;

/** A T2's policy as a number; an Apple silicon's as one of the words known for it, in whichever language. */
export const secureBootOnMacos: Probe<'secure_boot'> = {
  signal: 'secure_boot',
  // It only changes while another system is running.
  watch: [],
  everyMs: 6 * 3_600_000,
  deadlineMs: 25_000,
  async observe({ exec }) {
    const number = await readT2Policy(exec);
    if (number) return ok(toSecureBoot(number));
    const controller = await readMacController(exec);
    if (controller.status !== 'ok') return controller;
    if (!controller.value) return unknown('not_supported', 'a Mac with neither T2 nor Apple silicon');
    return byWord(controller.value.secureBoot);
  },
};

/** Words seen on real machines; of any other language nothing is concluded. */
const WORDS: Record<string, Level> = {
  'Full Security': 'full',
  'Volle Sicherheit': 'full',
  'Sécurité maximale': 'full',
  完全なセキュリティ: 'full',
  'Reduced Security': 'reduced',
  'Medium Security': 'reduced',
  'Sécurité normale': 'reduced',
  'Permissive Security': 'permissive',
  'No Security': 'permissive',
};

function byWord(word: string | undefined): Outcome<SecureBoot> {
  if (word === undefined) return unknown('unparsed', 'SPiBridgeDataType does not name the level of security');
  const level = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return level
    ? ok(toSecureBoot(level))
    : unknown('unparsed', 'the level of security is in a language not known');
}

/** Reduced still starts only what Apple has signed, though any release of it. A Mac has no mode for enrolling keys. */
const toSecureBoot = (level: Level): SecureBoot => ({ enabled: level !== 'permissive', level });
