/**
 * Reads os-release(5): shell assignments, one a line. Of a name assigned twice the last counts; lines that are not
 * an assignment, or whose quotes don't close, are left out.
 */
export function parseOsRelease(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line);
    const value = parseShellWord(assignment?.[2] ?? '');
    if (assignment?.[1] && value !== undefined) values.set(assignment[1], value);
  }
  return values;
}

const ESCAPABLE_IN_DOUBLE_QUOTES = '"$`\\';

/**
 * The first word of the text, with shell quoting taken away (POSIX 2.2: backslash, single, double quotes).
 * @returns undefined when a quote is left open
 */
function parseShellWord(text: string): string | undefined {
  let word = '';
  let quote: '"' | "'" | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const next = text.charAt(at + 1);
    if (char === quote) {
      quote = undefined;
    } else if (quote === "'") {
      word += char;
    } else if (char === '\\' && (quote === undefined || ESCAPABLE_IN_DOUBLE_QUOTES.includes(next))) {
      word += next;
      at += 1;
    } else if (quote === '"') {
      word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (/\s/.test(char)) {
      break;
    } else {
      word += char;
    }
  }
  return quote === undefined ? word : undefined;
}
