import { styleText } from 'node:util';
import type { Assessment } from '@assay/shared';
import type { Decision } from '../../test/idp/conditional-access.ts';
import { TIER_STYLE } from '../start/printer.ts';

const REMEMBER_MS = 60_000;

/** Tells in the terminal what happens to whom, and how long after the change that began it. */
export interface Narrator {
  say(text: string): void;
  /** A person changed something: what follows is timed from `at`, epoch ms. */
  changed(what: string, at: number): void;
  assessed(host: string, assessment: Assessment): void;
  /** What the identity provider would answer now; told when it differs from before. */
  access(email: string, decision: Decision): void;
}

export function createNarrator(out: NodeJS.WritableStream, now: () => number): Narrator {
  let changedAt = 0;
  const verdicts = new Map<string, string>();
  const answers = new Map<string, string>();
  const say = (text: string) => void out.write(`${text}\n`);

  /** Milliseconds since the change, or the time of day when there was none. */
  function stamp(at: number): string {
    const since = at - changedAt;
    const text = since < REMEMBER_MS ? `+${since} ms` : new Date(at).toLocaleTimeString('en-GB');
    return styleText('dim', text.padStart(10));
  }
  const isNews = (known: Map<string, string>, key: string, value: string) =>
    known.get(key) !== value && Boolean(known.set(key, value));

  return {
    say,
    changed(what, at) {
      changedAt = at;
      say(`\n${styleText('bold', what)}  ${styleText('dim', new Date(at).toISOString().slice(11, 23))}`);
    },
    assessed(host, { score, tier, assessedAt, checks }) {
      const failing = checks.filter(({ outcome, required }) => outcome === 'fail' && required);
      const reason = failing.map(({ title }) => `not so: ${title}`).join('; ');
      const verdict = `${styleText(TIER_STYLE[tier], `${tier}, score ${score}`)}${reason && `  ${reason}`}`;
      if (!isNews(verdicts, host, verdict)) return;
      say(`${stamp(assessedAt)}  ${host}: report received`);
      say(`${stamp(now())}  ${host}: verdict stored: ${verdict}`);
    },
    access(email, decision) {
      const reasons = decision.allowed ? [] : decision.refusals.map(({ reason }) => reason);
      if (!isNews(answers, email, JSON.stringify([decision.allowed, reasons]))) return;
      const answer = decision.allowed ? styleText('green', 'may sign in') : styleText('red', 'is kept out');
      say(`${stamp(now())}  identity provider: ${email} ${answer}`);
      for (const reason of reasons) say(`${' '.repeat(12)}${styleText('dim', reason)}`);
    },
  };
}
