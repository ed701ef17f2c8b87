import { statSync } from 'node:fs';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { defaultStateDir } from '../config.ts';
import { isVersion } from '../update/version.ts';

/** Options that several commands share. */
export const stateDirOption = () =>
  new Option('--state-dir <dir>', 'where the device key and identity are kept')
    .env('ASSAY_STATE_DIR')
    .default(defaultStateDir());

export const rootOption = () =>
  new Option('--root <dir>', 'look at a disk image or test tree instead of this machine; reports say so')
    .env('ASSAY_ROOT')
    .argParser((text) => {
      // Of one that is mistyped nothing could be told, as of a machine that hides everything.
      if (statSync(text, { throwIfNoEntry: false })?.isDirectory()) return text;
      throw new InvalidArgumentError('expected a directory that is there');
    })
    .default('/');

export const jsonOption = () => new Option('--json', 'print JSON for machines');

export const urlOption = () =>
  new Option('--url <url>', 'where the collector is now, if not where it was at enrollment').argParser(
    (text) => {
      const url = URL.parse(text);
      if (url?.protocol === 'https:') return url.origin;
      throw new InvalidArgumentError('expected an address such as https://collector.example:7443');
    },
  );

/** A whole number of an option. @throws InvalidArgumentError */
export const between = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`);
};

export const updateDirOption = () =>
  new Option('--update-dir <dir>', 'where newer versions are kept; by default below the state directory').env(
    'ASSAY_UPDATE_DIR',
  );

export const updateRootOption = () =>
  new Option(
    '--update-root <file>',
    "the update root that is trusted, TUF root metadata; by default IT's, else the one that was installed",
  ).env('ASSAY_UPDATE_ROOT');

export const updatePinOption = () =>
  new Option('--update-pin <version>', 'go to this version and no further (also ASSAY_UPDATE_PIN)').argParser(
    (text) => {
      if (isVersion(text)) return text;
      throw new InvalidArgumentError('expected a version such as 1.2.3');
    },
  );
