import { join } from 'node:path';
import { systemClock, VERSION } from '@assay/shared';
import { Command } from '@commander-js/extra-typings';
import { proxyFor } from '../session/proxy.ts';
import { loadIdentity } from '../state/agent-state.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import { loadUpdateState, type UpdateState } from '../update/update-state.ts';
import { findUpdate } from '../update/updates.ts';
import { jsonOption, stateDirOption, updateDirOption, updatePinOption, updateRootOption } from './options.ts';

/** `assay-agent update`: what it knows of newer versions of itself. */
export const updateCommand = () =>
  new Command('update')
    .description('what is known of newer versions; they are taken by run --updates on alone')
    .addCommand(statusCommand())
    .addCommand(checkCommand());

const statusCommand = () =>
  new Command('status')
    .description('show the version in use, one on trial, and those that failed')
    .addOption(stateDirOption())
    .addOption(updateDirOption())
    .addOption(jsonOption())
    .action(({ stateDir, updateDir, json }) => {
      const state = loadUpdateState(openPrivateDir(updateDir ?? join(stateDir, 'updates')));
      const told = { installed: VERSION, ...state };
      process.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : format(state));
    });

const checkCommand = () =>
  new Command('check')
    .description('look at the repository of the collector now, verify it, and take nothing')
    .addOption(stateDirOption())
    .addOption(updateDirOption())
    .addOption(updateRootOption())
    .addOption(updatePinOption())
    .addOption(jsonOption())
    .action(async ({ stateDir, updateDir, updateRoot, updatePin, json }) => {
      const { deviceId, collectorUrl: url, caPem } = loadIdentity(openPrivateDir(stateDir));
      const { offer, repository } = await findUpdate({
        dir: openPrivateDir(updateDir ?? join(stateDir, 'updates')),
        rootFile: updateRoot,
        pin: updatePin ?? null,
        deviceId,
        endpoint: { url, caPem, proxy: proxyFor(url, process.env) },
        clock: systemClock,
      });
      const told = { installed: VERSION, offer, offers: repository.offers };
      const text = offer
        ? `Version ${offer.version} is for this device.`
        : 'Nothing newer is for this device.';
      process.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : `${text}\n`);
    });

function format({ current, trial, failed, lastCheck }: UpdateState): string {
  const lines = [
    `Installed: ${VERSION}`,
    `In use: ${current ?? 'the one that was installed'}`,
    ...(trial ? [`On trial: ${trial.version}, started ${trial.starts} times`] : []),
    ...Object.entries(failed).map(
      ([version, { at, why, times }]) =>
        `Failed: ${version}, ${times} times, last on ${new Date(at).toISOString()}: ${why}`,
    ),
    lastCheck
      ? `Last looked on ${new Date(lastCheck.at).toISOString()}: ${lastCheck.outcome}`
      : 'Never looked for updates: they are off, unless run has --updates on.',
  ];
  return `${lines.join('\n')}\n`;
}
