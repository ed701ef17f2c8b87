/** Controls that no text of ours has; tabs and the ends of lines it may have, as policies do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/**
 * The JSON that the API answered, fit for a terminal: what devices say of themselves is in it, and an escape sequence in
 * a name would be carried out where an administrator reads it.
 */
export const parseAnswer = (text: string): unknown =>
  JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replace(CONTROLS, '\ufffd') : value));
