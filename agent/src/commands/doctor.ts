import { systemClock } from '@assay/shared';
import { Command } from '@commander-js/extra-typings';
import { examine } from '../doctor/examine.ts';
import { type Finding, STEPS } from '../doctor/finding.ts';
import { useProxySettings } from '../service/proxy-settings.ts';
import { jsonOption, stateDirOption, urlOption } from './options.ts';

/** `assay-agent doctor`: says in words why reports don't arrive. */
export const doctorCommand = () =>
  new Command('doctor')
    .description('go the way of a report step by step, and say what keeps it from arriving; changes nothing')
    .addOption(stateDirOption())
    .addOption(urlOption())
    .addOption(jsonOption())
    .action(async ({ stateDir, url, json }) => {
      await useProxySettings();
      const findings = await examine({ stateDir, url: url ?? null, env: process.env, clock: systemClock });
      const isWell = findings.every(({ state }) => state !== 'failed');
      process.stdout.write(
        json ? `${JSON.stringify({ ok: isWell, findings }, null, 2)}\n` : formatFindings(findings),
      );
      process.exitCode = isWell ? 0 : 1;
    });

const MARKS = { ok: '✓', failed: '✗', skipped: '–' };

/** One step a line, what failed with what to do. */
function formatFindings(findings: readonly Finding[]): string {
  const width = Math.max(...Object.values(STEPS).map((title) => title.length));
  const lines = findings.flatMap(({ step, state, code, tried, found, remedy }) => {
    const head = `${MARKS[state]} ${STEPS[step].padEnd(width)}  ${found}`;
    if (state !== 'failed') return [head];
    const indent = ' '.repeat(width + 4);
    return [`${head} [${code}]`, `${indent}tried: ${tried}`, `${indent}do:    ${remedy}`];
  });
  const failures = findings.filter(({ state }) => state === 'failed').length;
  const verdict =
    failures === 0
      ? 'Nothing keeps reports from arriving.'
      : 'Mend the first ✗ first: what follows may hang on it.';
  return `${lines.join('\n')}\n\n${verdict}\n`;
}
