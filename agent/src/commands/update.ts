import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, VERSION } from '@assay/shared';
import { Command } from '@commander-js/extra-typings';
import { useProxySettings } from '../service/proxy-settings.ts';
import { proxyFor } from '../session/proxy.ts';
import { loadIdentity } from '../state/agent-state.ts';
import { openPrivateDir } from '../state/private-dir.ts';
import {
  forgetVersions,
  loadUpdateState,
  saveUpdateState,
  type UpdateState,
} from '../update/update-state.ts';
import { findUpdate } from '../update/updates.ts';
import { openVersions } from '../update/versions.ts';
import { jsonOption, stateDirOption, updateDirOption, updatePinOption, updateRootOption } from './options.ts';
import { readUpdateSettings, type UpdateSettings } from './update-settings.ts';

/** `assay-agent update`: what it knows of newer versions of itself. */
export const updateCommand = () =>
  new Command('update')
    .description('what is known of newer versions; they are taken by the service alone, where updates are on')
    .addCommand(statusCommand())
    .addCommand(checkCommand())
    .addCommand(resetCommand());

const statusCommand = () =>
  new Command('status')
    .description('show the version in use, one on trial, and those that failed')
    .addOption(stateDirOption())
    .addOption(updateDirOption())
    .addOption(jsonOption())
    .action(async ({ stateDir, updateDir, json }) => {
      const settings = await readUpdateSettings({});
      const state = loadUpdateState(openPrivateDir(updateDir ?? join(stateDir, 'updates')));
      const told = { installed: VERSION, settings, ...state };
      process.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : format(state, settings));
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
      await useProxySettings();
      const { pin, rootFile } = await readUpdateSettings({ updatePin, updateRoot });
      const { deviceId, collectorUrl: url, caPem } = loadIdentity(openPrivateDir(stateDir));
      const { offer, repository } = await findUpdate({
        dir: openPrivateDir(updateDir ?? join(stateDir, 'updates')),
        rootFile,
        pin,
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

const resetCommand = () =>
  new Command('reset')
    .description('forget what was fetched: from the next start of the service the installed version runs')
    .addOption(stateDirOption())
    .addOption(updateDirOption())
    .action(({ stateDir, updateDir }) => {
      const path = updateDir ?? join(stateDir, 'updates');
      if (existsSync(path)) {
        const dir = openPrivateDir(path);
        saveUpdateState(dir, forgetVersions(loadUpdateState(dir)));
        openVersions(dir).keepOnly([]);
      }
      process.stdout.write(
        'From the next start of the service the installed version runs. Where updates are on, the newest is fetched again: pin it, or switch them off.\n',
      );
    });

function format(
  { current, trial, failed, lastCheck }: UpdateState,
  { on, pin, problem }: UpdateSettings,
): string {
  const said = on ? `on${pin ? `, pinned to ${pin}` : ''}` : `off${problem ? `: ${problem}` : ''}`;
  const lines = [
    `Updates: ${said}`,
    `Installed: ${VERSION}`,
    `In use: ${current ?? 'the one that was installed'}`,
    ...(trial ? [`On trial: ${trial.version}, started ${trial.starts} times`] : []),
    ...Object.entries(failed).map(
      ([version, { at, why, times }]) =>
        `Failed: ${version}, ${times} times, last on ${new Date(at).toISOString()}: ${why}`,
    ),
    lastCheck
      ? `Last looked on ${new Date(lastCheck.at).toISOString()}: ${lastCheck.outcome}`
      : 'Never looked for updates.',
  ];
  return `${lines.join('\n')}\n`;
}
