/**
 * Counts the entries of `softwareupdate --list`. That there is nothing is only said on standard error: an empty
 * list without those words, or a scan that failed, is undefined.
 */
export function countUpdates(text: string): number | undefined {
  if (/^Scan finished with error:/m.test(text)) return undefined;
  const labels = text.match(/^\* Label: \S/gm)?.length ?? 0;
  if (labels > 0) return labels;
  return /^No new software available\.\s*$/m.test(text) ? 0 : undefined;
}
