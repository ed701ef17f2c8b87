import { Option } from '@commander-js/extra-typings';
import { defaultDataDir } from '../config.ts';

/** Options that several commands share. */
export const dataDirOption = () =>
  new Option('--data-dir <dir>', 'where database, keys and certificates are kept')
    .env('ASSAY_DATA_DIR')
    .default(defaultDataDir());

export const urlOption = () =>
  new Option('--url <url>', 'the running collector').env('ASSAY_URL').default('https://127.0.0.1:7443');

export const jsonOption = () => new Option('--json', 'print JSON for machines');
