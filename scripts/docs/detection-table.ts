import { PLATFORMS, type Platform, SIGNAL_NAMES, type SignalName } from '@assay/shared';
import type { AnyProbe } from '../../agent/src/probes/probe.ts';
import { probesFor } from '../../agent/src/probes/registry.ts';

const NAMES: Record<Platform, string> = { linux: 'Linux', macos: 'macOS', windows: 'Windows' };
/** More would make the table unreadable; `assay-agent privacy` and the probes name them all. */
const MOST_PLACES = 5;

const PROBES = new Map(PLATFORMS.map((platform) => [platform, probesFor(platform)]));

const probeOf = (platform: Platform, signal: SignalName): AnyProbe => {
  const probe = PROBES.get(platform)?.find((candidate) => candidate.signal === signal);
  if (!probe) throw new Error(`no probe for ${signal} on ${platform}`);
  return probe;
};

/** How soon a change of each signal is seen on each platform: by a watch, else by the ladder. */
export function detectionTable(): string {
  const rows = SIGNAL_NAMES.map((signal) => {
    const cells = PLATFORMS.map((platform) => toCell(probeOf(platform, signal)));
    return `| \`${signal}\` | ${cells.join(' | ')} |`;
  });
  const heading = PLATFORMS.map((platform) => NAMES[platform]);
  return [`| signal | ${heading.join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n');
}

function toCell({ watch, everyMs, pulse }: AnyProbe): string {
  const steps = [
    watch.length > 0 && 'at once',
    pulse && `${duration(pulse.everyMs)} in part`,
    `within ${duration(everyMs)}`,
  ];
  return steps.filter(Boolean).join('; ');
}

/** What is watched for it, by platform and signal. */
export function watchedPlaces(): string {
  const rows = PLATFORMS.flatMap((platform) =>
    SIGNAL_NAMES.flatMap((signal) => {
      const { watch } = probeOf(platform, signal);
      return watch.length === 0 ? [] : [`| ${NAMES[platform]} | \`${signal}\` | ${places(watch)} |`];
    }),
  );
  return ['| platform | signal | watched |', '|---|---|---|', ...rows].join('\n');
}

function places(watch: readonly string[]): string {
  const named = [...new Set(watch)];
  const shown = named.slice(0, MOST_PLACES).map((path) => `\`${path}\``);
  const more = named.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${seconds / 60} min`;
  return `${seconds / 3600} h`;
}
