import { styleText } from 'node:util';
import {
  type Assessment,
  type CheckResult,
  describeExcuse,
  SIGNAL_NAMES,
  type Signals,
  type Tier,
} from '@assay/shared';
import { describeSignal, SIGNAL_CATALOG } from '@assay/shared/signal-catalog';

interface Ready {
  url: string;
  console: string;
  ca: string;
  token: string;
}

/** An assessed device, as much of it as is shown. */
interface Assessed {
  deviceId: string;
  signals: Signals;
  assessment: Assessment;
}

/** Tells a person, or a program, what goes on. */
export interface Printer {
  step(text: string): void;
  ready(ready: Ready): void;
  assessed(assessed: Assessed): void;
}

export const TIER_STYLE: Record<Tier, 'green' | 'yellow' | 'red'> = {
  trusted: 'green',
  limited: 'yellow',
  untrusted: 'red',
};
const MARKS = { pass: '✓', fail: '✗', unknown: '?', not_applicable: '–' } as const;

/** One JSON object a line. */
export function createJsonPrinter(out: NodeJS.WritableStream): Printer {
  const print = (event: object) => out.write(`${JSON.stringify(event)}\n`);
  return {
    step: (text) => process.stderr.write(`${text} …\n`),
    ready: (ready) => print({ event: 'ready', ...ready }),
    assessed: ({ deviceId, assessment: { score, tier } }) =>
      print({ event: 'assessed', device: deviceId, score, tier }),
  };
}

/** For a terminal: everything at first, then a line at every change. */
export function createTextPrinter(out: NodeJS.WritableStream): Printer {
  const print = (text: string) => out.write(`${text}\n`);
  let console = '';
  let last: Assessment | null = null;
  return {
    step: (text) => print(styleText('dim', `${text} …`)),
    ready(ready) {
      console = ready.console;
      print(`Collector at ${styleText('bold', ready.url)}`);
    },
    assessed({ signals, assessment }) {
      if (!last) {
        print(`\n${formatSignals(signals)}\n\n${formatVerdict(assessment)}\n${formatChecks(assessment)}`);
        print(`\nConsole, signs you in once: ${styleText('underline', console)}\nCtrl-C stops everything.\n`);
      } else if (last.score !== assessment.score || last.tier !== assessment.tier) {
        print(`${new Date().toLocaleTimeString()}  ${formatVerdict(assessment)} (was ${last.score})`);
        print(formatChecks(assessment));
      }
      last = assessment;
    },
  };
}

function formatSignals(signals: Signals): string {
  const width = Math.max(...SIGNAL_NAMES.map((name) => SIGNAL_CATALOG[name].title.length));
  return SIGNAL_NAMES.flatMap((name) => {
    const signal = signals[name];
    if (!signal) return [];
    const text = describeSignal(name, signal);
    return `  ${SIGNAL_CATALOG[name].title.padEnd(width)}  ${signal.status === 'ok' ? text : styleText('dim', text)}`;
  }).join('\n');
}

const formatVerdict = ({ score, tier }: Assessment): string =>
  styleText(['bold', TIER_STYLE[tier]], `Score ${score} of 100: ${tier}`);

function formatChecks({ checks, cap }: Assessment): string {
  const [observed, counted] = partition(checks, ({ stage }) => stage === 'observe');
  const lines = counted.flatMap((result) => [formatCheck(result), ...formatRemedy(result)]);
  const capped =
    cap && cap.points < 0
      ? [`  ${String(cap.points).padStart(3)}     capped at ${cap.limit}: ${cap.check} is required`]
      : [];
  const heading = observed.length > 0 ? ['\n  Observed only, without points'] : [];
  return [...lines, ...capped, ...heading, ...observed.map(formatObserved)].join('\n');
}

const partition = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

const formatCheck = ({ outcome, points, worth, title, required, excuse }: CheckResult): string => {
  const note = [required ? ' (required)' : '', excuse ? `, ${describeExcuse(excuse)}` : ''].join('');
  return `  ${String(points).padStart(3)}/${String(worth).padEnd(3)} ${MARKS[outcome]} ${title}${note}`;
};

const formatObserved = ({ outcome, title, explain }: CheckResult): string => {
  const isFine = outcome === 'pass' || outcome === 'not_applicable';
  return `          ${MARKS[outcome]} ${title}${isFine ? '' : styleText('dim', `: ${explain}`)}`;
};

function formatRemedy({ outcome, points, worth, explain, remedy }: CheckResult): string[] {
  if (outcome === 'pass' || outcome === 'not_applicable') return [];
  const why = `            ${explain}`;
  return worth > points ? [why, `            → ${remedy}`] : [styleText('dim', why)];
}
