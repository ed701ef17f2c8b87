import { readFileSync } from 'node:fs';
import { AssayError } from '@assay/shared';
import { type CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import { parse } from 'yaml';

/**
 * A configuration file holds long options of the commands, by their names, as YAML: `port: 7443`. What is on the command
 * line or in the environment goes before it.
 */
export const configOption = () =>
  new Option('--config <file>', 'YAML file with options of the commands, as init writes it').env(
    'ASSAY_CONFIG',
  );

export type ConfigValues = Record<string, string | number | boolean>;

/** @throws AssayError `config_invalid` */
export function readConfigFile(file: string): ConfigValues {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8')) ?? {};
  } catch (cause) {
    throw wrong(file, (cause as Error).message);
  }
  if (typeof value !== 'object' || Array.isArray(value)) throw wrong(file, 'expected keys with values');
  for (const [key, entry] of Object.entries(value as object)) {
    if (['string', 'number', 'boolean'].includes(typeof entry)) continue;
    throw wrong(file, `${key}: expected one text, number or true/false`);
  }
  return value as ConfigValues;
}

/**
 * Gives a command the values of a file for whatever wasn't said otherwise; those of other commands are passed over.
 * @param known every long option that may stand in a file
 * @throws AssayError `config_invalid` naming file and key
 */
export function applyConfig(command: CommandUnknownOpts, file: string, known: ReadonlySet<string>): void {
  for (const [key, value] of Object.entries(readConfigFile(file))) {
    if (!known.has(key)) throw wrong(file, `${key} is no option; there are: ${[...known].sort().join(', ')}`);
    const option = command.options.find(({ long }) => long === `--${key}`);
    if (!option) continue;
    const source = command.getOptionValueSource(option.attributeName());
    if (source !== undefined && source !== 'default') continue;
    command.setOptionValueWithSource(option.attributeName(), parsed(option, value, file, key), 'config');
  }
}

function parsed(option: Option, value: string | number | boolean, file: string, key: string): unknown {
  const { parseArg } = option as { parseArg?: (text: string, previous: unknown) => unknown };
  if (!option.required && typeof value !== 'boolean') throw wrong(file, `${key}: expected true or false`);
  if (!parseArg) return option.required ? String(value) : value;
  try {
    return parseArg(String(value), undefined);
  } catch (cause) {
    throw wrong(file, `${key}: ${(cause as Error).message}`);
  }
}

const wrong = (file: string, why: string) =>
  new AssayError('config_invalid', `cannot use the configuration ${file}: ${why}`);
