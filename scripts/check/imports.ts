/** One import of a file, of whatever kind: types count too, for they tie texts together as values do. */
export interface Import {
  specifier: string;
  /** From 1. */
  line: number;
}

const TOKENS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** The text with comments and template strings blanked out, lines kept; `strings` too if asked for. */
export const codeOf = (text: string, { strings = false } = {}): string =>
  text.replace(TOKENS, (token) => (/^['"]/.test(token) && !strings ? token : blank(token)));

// Every form in which one file of ours names another; our formatter sees to single quotes.
const FORMS = [
  /^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*'([^']+)'/gm,
  /\bimport\(\s*'([^']+)'/g,
  /\bnew URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g,
];

/** Everything a TypeScript or JavaScript text imports, gives on, or starts as a worker, in order. */
export function importsOf(text: string): Import[] {
  const code = codeOf(text).replaceAll('"', "'");
  return FORMS.flatMap((form) =>
    [...code.matchAll(form)].map((match) => ({
      specifier: match[1] ?? '',
      line: code.slice(0, match.index).split('\n').length,
    })),
  ).sort((a, b) => a.line - b.line);
}
