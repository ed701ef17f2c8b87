import { CIM_ARGUMENTS } from './script.ts';

/** For `fakeWindows`: powershell.exe answering with these parts, each a list of objects or the code it failed with. */
export function cimAnswers(parts: Record<string, object[] | string>): Record<string, string> {
  const answer = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? { error: part } : { items: part },
  ]);
  return {
    [['powershell', ...CIM_ARGUMENTS].join(' ')]: `${JSON.stringify(Object.fromEntries(answer))}\r\n`,
  };
}
