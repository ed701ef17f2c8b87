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
  conditionCharacters: 2_000,
  /** Names, values, operators and calls of a condition. */
  conditionParts: 500,
  /** Parentheses, calls and lists within one another in a condition. */
  conditionDepth: 30,
  /** Steps of a condition, estimated before it ever runs: two lists may be compared with each other, three not. */
  conditionCost: 200_000,
  /** Steps of all conditions of a policy, estimated. */
  policyCost: 1_000_000,
  /**
   * List elements that one evaluation looks at. Lists come from devices: without an end, two long ones of a hostile
   * device, compared with each other, would hold everybody else up.
   */
  elementVisits: 20_000,
} as const;
