import { Command, Option } from '@commander-js/extra-typings';
import { unenrollHere } from '../compose/enroll.ts';
import { useProxySettings } from '../service/proxy-settings.ts';
import { jsonOption, stateDirOption } from './options.ts';

/** `assay-agent unenroll`: leaves the collector for good, and wipes key and identity. */
export const unenrollCommand = () =>
  new Command('unenroll')
    .description('tell the collector that this machine leaves for good, then wipe its key and identity')
    .addOption(stateDirOption())
    .addOption(
      new Option('--force', 'wipe even if the collector cannot be told; it will go on expecting this device'),
    )
    .addOption(jsonOption())
    .action(async ({ stateDir, force, json }) => {
      await useProxySettings();
      const { deviceId, collectorUrl, told } = await unenrollHere({ stateDir, force: force ?? false });
      const text = told
        ? `Device ${deviceId} has left ${collectorUrl}; its key is wiped.\n`
        : `The key of device ${deviceId} is wiped, but ${collectorUrl} could not be told: ask IT to revoke it there.\n`;
      process.stdout.write(
        json
          ? `${JSON.stringify({ event: 'unenrolled', device: deviceId, collector: collectorUrl, told })}\n`
          : text,
      );
    });
