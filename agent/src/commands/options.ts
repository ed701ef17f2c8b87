import { Option } from '@commander-js/extra-typings';
import { defaultStateDir } from '../config.ts';

/** Options that several commands share. */
export const stateDirOption = () =>
  new Option('--state-dir <dir>', 'where the device key and identity are kept')
    .env('ASSAY_STATE_DIR')
    .default(defaultStateDir());

export const rootOption = () =>
  new Option('--root <dir>', 'look at a disk image or test tree instead of this machine; reports say so')
    .env('ASSAY_ROOT')
    .default('/');

export const jsonOption = () => new Option('--json', 'print JSON for machines');
