import { posix } from 'node:path';

/** Rules that only say what admin group membership says anyway; the distributions' own. */
const ORDINARY_RULE =
  /^(root|%sudo|%wheel|%admin|%root)\s+ALL\s*=\s*\(ALL(\s*:\s*ALL)?\)\s*(NOPASSWD:\s*)?ALL$/;

/**
 * Whether sudoers(5) text grants anything beyond root and the admin groups. Aliases and defaults grant nothing by
 * themselves; a rule that we cannot read counts as one that grants.
 */
export function grantsMore(text: string): boolean {
  return logicalLines(text).some((line) => !isNoRule(line) && !ORDINARY_RULE.test(line));
}

/** Named plainly: without the host's name or escapes in it. */
const INCLUDED_DIRECTORY = /^[@#]includedir\s+"?([^"\s%\\]+)"?$/;

/** Directories that the text includes. @param from where its file is: what begins without a slash is beside it */
export function includedDirectories(text: string, from: string): string[] {
  return logicalLines(text).flatMap((line) => {
    const directory = INCLUDED_DIRECTORY.exec(line)?.[1];
    return directory === undefined ? [] : posix.resolve(from, directory);
  });
}

/** Files of an included directory that sudo reads: it skips names with a dot or a tilde at the end. */
export const isReadFromDirectory = (name: string): boolean => !name.includes('.') && !name.endsWith('~');

/** `#` begins a comment, except before an include or a user id. */
function logicalLines(text: string): string[] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#(?!include(dir)?\s|\d).*$/, '').trim())
    .filter(Boolean);
}

const isNoRule = (line: string): boolean =>
  /^(Defaults|User_Alias|Runas_Alias|Host_Alias|Cmnd_Alias|Cmd_Alias)\b/.test(line) ||
  INCLUDED_DIRECTORY.test(line);
