/** A row of `systemextensionsctl list`. */
export interface SystemExtension {
  bundleId: string;
  team: string;
  version: string;
  /** As macOS words it, e.g. `activated enabled`. */
  state: string;
}

/**
 * Reads `systemextensionsctl list`: a count, then rows parted by tabs. Fields are found by their shape, since
 * headings are localised and columns have moved. Undefined when it is no such list, or rows could not be read.
 */
export function parseSystemExtensions(text: string): SystemExtension[] | undefined {
  const count = /^(\d+) extension\(s\)/m.exec(text)?.[1];
  if (count === undefined) return undefined;
  const found = text.split('\n').flatMap((line) => parseRow(line) ?? []);
  return found.length === 0 && count !== '0' ? undefined : found;
}

function parseRow(line: string): SystemExtension | undefined {
  const fields = line.split('\t').map((field) => field.trim());
  const team = fields.find((field) => /^[A-Z0-9]{10}$/.test(field));
  const [, bundleId, version] = match(fields, /^([\w-]+(?:\.[\w-]+)+) \(([\d.]+)(?:\/[^()]*)?\)$/);
  const [, state] = match(fields, /^\[([a-z ]+)\]$/);
  if (team === undefined || bundleId === undefined || version === undefined || state === undefined) return;
  return { bundleId, team, version, state };
}

const match = (fields: readonly string[], pattern: RegExp): readonly (string | undefined)[] =>
  fields.map((field) => pattern.exec(field)).find(Boolean) ?? [];
