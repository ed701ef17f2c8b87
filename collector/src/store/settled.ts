/** An engine's own side of a port: the same operations, answered at once. */
export type Settled<Port> = {
  [K in keyof Port]: Port[K] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer
    : never;
};
