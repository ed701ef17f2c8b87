import { systemClock } from '@assay/shared';
import type { Logger } from 'pino';
import type { UpdateConfig } from '../config.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { launch } from '../update/launch.ts';
import { become, LAUNCHER, selfCommand } from '../update/program.ts';

/** Gives way to the version that is in use, or tries a new one; see `launch`. */
export const launchHere = ({
  dir,
  pin,
  ...options
}: UpdateConfig & { trialMs: number; log: Logger; stop: AbortSignal }): Promise<boolean> =>
  launch({ ...options, dir: openPrivateDir(dir), pin, args: process.argv.slice(2), now: systemClock.now });

/** Starts anew from the version that was installed, under the same process id. */
export function startAnew(): never {
  const { [LAUNCHER]: launcher, ...env } = process.env;
  const command: string[] = launcher ? JSON.parse(launcher) : [...selfCommand(), ...process.argv.slice(2)];
  return become(command, env);
}
