/** What a policy may cost at most, whoever wrote it. */
export const LIMITS = {
  /** Characters of one document. */
  documentCharacters: 256 * 1024,
  /** Documents of a policy, with all that is included. */
  documents: 20,
  /** How many documents may include one another in a row. */
  includeDepth: 5,
  /** Checks of a policy. */
  checks: 200,
  /** Groups that a policy has something different for. */
  groups: 50,
  /** What aliases may multiply. */
  aliases: 50,
} as const;
