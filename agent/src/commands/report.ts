import { SIGNAL_NAMES, type Signals } from '@assay/shared';
import { describeSignal, SIGNAL_CATALOG } from '@assay/shared/signal-catalog';
import { Command } from '@commander-js/extra-typings';
import { observe } from '../compose/observe.ts';
import { defaultStateDir } from '../config.ts';
import { jsonOption, rootOption } from './options.ts';

/** `assay-agent report`: what the agent sees, and would send. */
export const reportCommand = () =>
  new Command('report')
    .description('print what this machine looks like; sends nothing, needs no collector')
    .addOption(jsonOption())
    .addOption(rootOption())
    .action(async ({ json, root }) => {
      const signals = await observe({ stateDir: defaultStateDir(), inspectedRoot: root });
      process.stdout.write(json ? `${JSON.stringify(signals, null, 2)}\n` : formatSignals(signals));
    });

/** One line a signal, for a terminal. */
function formatSignals(signals: Signals): string {
  const width = Math.max(...SIGNAL_NAMES.map((name) => SIGNAL_CATALOG[name].title.length));
  const marks = { ok: ' ', absent: '–', unknown: '?' };
  const lines = SIGNAL_NAMES.flatMap((name) => {
    const signal = signals[name];
    if (!signal) return [];
    return `${marks[signal.status]} ${SIGNAL_CATALOG[name].title.padEnd(width)}  ${describeSignal(name, signal)}`;
  });
  return `${lines.join('\n')}\n`;
}
