import { SIGNAL_NAMES } from '@assay/shared';
import { SIGNAL_CATALOG } from '@assay/shared/signal-catalog';

/** What is known of each signal, and on which platforms. */
export function signalTable(): string {
  const rows = SIGNAL_NAMES.map((name) => {
    const { title, meaning, platforms, neverLookedAt } = SIGNAL_CATALOG[name];
    return `| \`${name}\` | ${title}. ${meaning} | ${platforms.linux} | ${platforms.macos} | ${platforms.windows} | ${neverLookedAt} |`;
  });
  return [
    '| signal | what it says | Linux | macOS | Windows | never looked at |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
