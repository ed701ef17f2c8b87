import { type Document, isScalar, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { LIMITS } from '../limits.ts';
import type { Complain, PolicyProblem } from '../problems.ts';

type Path = readonly (string | number)[];

/** One YAML text, and where in it things stand. */
export interface Source {
  file: string;
  /** What it says; undefined when it could not be read, which is among the problems then. */
  value: unknown;
  /** Complains of what stands at a path: its value, or the nearest parent that exists. */
  at(path: Path): Complain;
}

/** Reads a YAML text; what is wrong with it goes into `problems`. Never throws. */
export function readSource(text: string, file: string, problems: PolicyProblem[]): Source {
  const lines = new LineCounter();
  const reportAt = (position: number, message: string) => {
    const { line, col } = lines.linePos(position);
    // Of a text without lines.
    problems.push({ file, line: Math.max(line, 1), column: Math.max(col, 1), message });
  };
  const refuse = (position: number, message: string): Source => {
    reportAt(position, message);
    return { file, value: undefined, at: () => () => {} };
  };
  if (text.length > LIMITS.documentCharacters)
    return refuse(0, `larger than ${LIMITS.documentCharacters} characters`);
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const tooDeep = yaml.errors.find(({ message }) => message.includes('call stack'));
  if (tooDeep) return refuse(tooDeep.pos[0], 'too many lists and mappings within one another');
  for (const error of yaml.errors.slice(1)) reportAt(error.pos[0], error.message);
  if (yaml.errors[0]) return refuse(yaml.errors[0].pos[0], yaml.errors[0].message);
  try {
    const value = yaml.toJS({ maxAliasCount: LIMITS.aliases });
    return {
      file,
      value,
      at: (path) => (why, offset) => reportAt(positionOf(yaml, text, path, offset), why),
    };
  } catch (error) {
    return refuse(0, (error as Error).message);
  }
}

function positionOf(yaml: Document.Parsed, text: string, path: Path, offset = 0): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = (depth === 0 ? yaml.contents : yaml.getIn(path.slice(0, depth), true)) as
      | Node
      | null
      | undefined;
    if (!node?.range) continue;
    const isText = isScalar(node) && typeof node.value === 'string' && depth === path.length;
    return isText ? positionInText(node as Scalar<string>, text, offset) : node.range[0];
  }
  return 0;
}

/**
 * Where in the document the character of a text value stands. However a text is folded, what is not space stands in
 * its order; only escapes in quotes are not followed, and then it is where the text begins.
 */
function positionInText({ value, range, type }: Scalar<string>, text: string, offset: number): number {
  const [start, end] = range ?? [0, 0];
  if (offset === 0 && !type?.startsWith('BLOCK')) return start + (type?.startsWith('QUOTE') ? 1 : 0);
  const contents = type?.startsWith('BLOCK') ? text.indexOf('\n', start) : start + (type === 'PLAIN' ? 0 : 1);
  if (type?.startsWith('QUOTE') && text.slice(start, end).includes('\\')) return start;
  let position = contents - 1;
  for (const char of value.slice(0, offset + 1)) {
    if (/\s/.test(char)) continue;
    do position++;
    while (position < end && text[position] !== char);
  }
  return position < end ? position : start;
}
