/** What `fdesetup status` adds to diskutil's answer. */
export interface FileVaultStatus {
  /** Percent done of a conversion in either direction. */
  progress?: number;
  notes: string[];
}

const NOTES: readonly [RegExp, string][] = [
  [/^FileVault is O(?:n|ff), but needs to be restarted to finish\.$/m, 'needs a restart to finish'],
  [/^FileVault is Off, but will be enabled after the next restart\.$/m, 'will be on after the next restart'],
  [/^Deferred enablement appears to be active/m, 'waits for a person to sign in'],
];

/** Only its English wording is known; in any other nothing is added. Names of people in it go nowhere. */
export function parseFileVaultStatus(text: string): FileVaultStatus {
  const percent = /^(?:En|De)cryption in progress: Percent completed = (\d{1,3})/m.exec(text)?.[1];
  const progress = percent === undefined ? undefined : Math.min(100, Number(percent));
  return {
    ...(progress === undefined ? {} : { progress }),
    notes: NOTES.flatMap(([pattern, note]) => (pattern.test(text) ? [note] : [])),
  };
}
