/** What a run of a fault brought about, as counted from outside. */
export interface Observed {
  /** The one message that whoever has to act sees. */
  message: string;
  /** Reports that were acknowledged before, during and after the fault. */
  acknowledged: number;
  /** Of these, not in the database afterwards. */
  lost: number;
  /** Verdicts that a target was told and that the database does not have. */
  unstored: number;
}

/** Something that breaks, and what must come of it. The README prints these rows; the tests hold them to be true. */
export interface Fault {
  fault: string;
  /** What a consumer of verdicts has meanwhile. */
  stance: 'fails closed' | 'fails open' | 'goes on';
  meanwhile: string;
  message: RegExp;
  recovery: string;
  /** What this machine lacks to try it; null: nothing. */
  missing(): string | null;
  run(): Promise<Observed>;
}

/** As it is written to the README: one row a fault. */
export function faultTable(rows: readonly { fault: Fault; observed: Observed }[]): string {
  const lines = rows.map(({ fault, observed }) => {
    const { acknowledged, lost, unstored, message } = observed;
    return `| ${fault.fault} | ${fault.stance}: ${fault.meanwhile} | ${message} | ${fault.recovery} | ${lost} of ${acknowledged} | ${unstored} |`;
  });
  return [
    '| what | then | said | recovery | acknowledged reports lost | told but not stored |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** What must hold whatever breaks, and of this fault in particular; empty when it does. */
export function brokenPromises(
  { message: expected }: Pick<Fault, 'message'>,
  { message, acknowledged, lost, unstored }: Observed,
): string[] {
  return [
    ...(acknowledged === 0 ? ['nothing was acknowledged, so nothing was shown'] : []),
    ...(lost > 0 ? [`${lost} acknowledged reports are lost`] : []),
    ...(unstored > 0 ? [`${unstored} verdicts were told and are not stored`] : []),
    ...(expected.test(message) ? [] : [`expected a message like ${expected}, got: ${message}`]),
  ];
}
