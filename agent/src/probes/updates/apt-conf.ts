/** Comments and layout as apt.conf(5) has them; `#` begins one only at the start of a line. */
const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|^\s*#[^\n]*|"((?:[^"\\]|\\.)*)"|([{};])|([^\s{};"]+)/gm;

/**
 * Reads apt.conf(5) text into options by their full name in lower case; of one that is set twice the last counts.
 * Both spellings are understood: `A::B "x";` and `A { B "x"; };`.
 */
export function parseAptConf(text: string): Map<string, string> {
  const options = new Map<string, string>();
  const scopes: string[] = [];
  let name = '';
  for (const [, quoted, mark, word] of text.matchAll(TOKEN)) {
    if (mark === '{') {
      scopes.push(name);
      name = '';
    } else if (mark === '}') {
      scopes.pop();
      name = '';
    } else if (mark === ';') {
      name = '';
    } else if (name === '' && word !== undefined) {
      name = word;
    } else if (name !== '') {
      const value = quoted ?? word;
      if (value !== undefined) options.set([...scopes, name].join('::').toLowerCase(), value);
    }
  }
  return options;
}
