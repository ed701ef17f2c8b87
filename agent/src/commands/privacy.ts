import { type Platform, SIGNAL_NAMES, type SignalName, toPlatform } from '@assay/shared';
import { type FieldInfo, fieldsOf, SIGNAL_CATALOG } from '@assay/shared/signal-catalog';
import { Command } from '@commander-js/extra-typings';
import { ALLOWED_COMMANDS } from '../system/allowed-commands/commands.ts';
import { jsonOption } from './options.ts';

interface SignalPrivacy {
  signal: SignalName;
  title: string;
  meaning: string;
  fields: FieldInfo[];
  neverLookedAt: string;
}

/** `assay-agent privacy`: everything the agent can ever send, and what it leaves alone; from the catalogue. */
export const privacyCommand = () =>
  new Command('privacy')
    .description('print everything that can ever be sent, and what is never looked at')
    .addOption(jsonOption())
    .action(({ json }) => {
      const platform = toPlatform(process.platform);
      const signals = SIGNAL_NAMES.map(toPrivacy);
      const programs = Object.values(ALLOWED_COMMANDS[platform]).flat();
      process.stdout.write(
        json
          ? `${JSON.stringify({ platform, signals, programs }, null, 2)}\n`
          : formatPrivacy(signals, platform, programs),
      );
    });

const toPrivacy = (signal: SignalName): SignalPrivacy => {
  const { title, meaning, neverLookedAt } = SIGNAL_CATALOG[signal];
  return { signal, title, meaning, fields: fieldsOf(signal), neverLookedAt };
};

/** What probes read below home directories, or of a person's own settings. */
const PERSONAL_SETTINGS: Record<Platform, readonly string[]> = {
  linux: [
    '~/.config/dconf/user: how the screen locks',
    '~/.config/kscreenlockerrc: how the screen locks',
    '~/.config/intune/registration.toml: ids that Intune gave this device',
  ],
  macos: ["how the screen locks, from the signed-in person's preferences"],
  windows: ["how the screen locks, from the signed-in person's registry"],
};

/** For the person whose computer it is. */
function formatPrivacy(
  signals: readonly SignalPrivacy[],
  platform: Platform,
  programs: readonly string[],
): string {
  const width = Math.max(...signals.flatMap(({ fields }) => fields.map(({ path }) => path.length)));
  const told = signals.flatMap(({ title, meaning, fields, neverLookedAt }) => [
    `${title}: ${meaning}`,
    ...fields.map((field) => `  ${field.path.padEnd(width)}  ${field.meaning}`),
    `  never looked at: ${neverLookedAt}`,
    '',
  ]);
  return `${[
    'This is everything that the agent can ever send about this computer, to its one collector and to nobody else. A',
    'field that is not in this list cannot be sent. With it go its device id and public key, the number and time of the',
    'report and an id of the boot. `assay-agent report` shows what it would say now.',
    '',
    ...told,
    'Documents, mail, photos, browser profiles, keys pressed and screens are never looked at. Nothing from the network',
    'is ever run, with one exception: newer versions of this agent, where whoever manages this computer has switched',
    'updates on (they are off unless so), and only such as the key that was put on this computer has signed. The',
    'collector hands them on, and can neither make nor change one.',
    "Of people's own files only these settings are read:",
    ...PERSONAL_SETTINGS[platform].map((path) => `  ${path}`),
    `Programs that it may run on ${platform}, to read from them:`,
    ...(programs.length > 0 ? programs.map((path) => `  ${path}`) : ['  none']),
  ].join('\n')}\n`;
}
