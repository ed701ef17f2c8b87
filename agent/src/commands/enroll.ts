import { type DeviceState, parseJoinString } from '@assay/shared';
import { Argument, Command } from '@commander-js/extra-typings';
import { enrollHere } from '../compose/enroll.ts';
import { useProxySettings } from '../service/proxy-settings.ts';
import { jsonOption, rootOption, stateDirOption } from './options.ts';

/** `assay-agent enroll`: makes the device key and binds it to a device id. */
export const enrollCommand = () =>
  new Command('enroll')
    .description('enroll this machine at a collector')
    .addArgument(
      new Argument('[join-string]', 'from the collector; or in the environment as ASSAY_JOIN_STRING'),
    )
    .addOption(stateDirOption())
    .addOption(rootOption())
    .addOption(jsonOption())
    .action(async (joinString = process.env.ASSAY_JOIN_STRING ?? '', { stateDir, root, json }) => {
      const join = parseJoinString(joinString);
      await useProxySettings();
      const { identity, state } = await enrollHere(join, { stateDir, inspectedRoot: root });
      const { deviceId, collectorUrl } = identity;
      process.stdout.write(
        json
          ? `${JSON.stringify({ event: 'enrolled', device: deviceId, collector: collectorUrl, state })}\n`
          : `Enrolled at ${collectorUrl} as device ${deviceId}. ${WAITS[state] ?? ''}Start reporting with: assay-agent run\n`,
      );
    });

const WAITS: Partial<Record<DeviceState, string>> = {
  pending: 'It stays untrusted until an administrator approves it. ',
  quarantined: 'It is quarantined, because it is in conflict with a known device: ask IT to look at it. ',
};
