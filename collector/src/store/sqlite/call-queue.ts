/** As many calls as go into one transaction; more wait for the next. */
const GROUP_SIZE = 256;
/** Of those in the background: whoever comes meanwhile waits for them. */
const BACKGROUND_SIZE = 4;
/** After as many others one of them goes along: nothing is put off for ever. */
const OTHERS_FIRST = 16;

/** Calls that wait for a connection, in two lines: what is done in the background gives way to all else. */
export interface CallQueue<C> {
  add(call: C): void;
  /** Those that go together next: of the background only where nothing else waits, or has gone before it often enough. */
  next(): C[];
  /** All that wait; then nothing does. */
  clear(): C[];
  /** The first of each line. */
  first(): C[];
  readonly length: number;
}

export function createCallQueue<C extends { inBackground: boolean }>(): CallQueue<C> {
  let others: C[] = [];
  let background: C[] = [];
  /** As many others went while the background waited. */
  let gaveWay = 0;

  const takeBackground = (count: number): C[] => {
    const taken = background.slice(0, count);
    background = background.slice(count);
    gaveWay = 0;
    return taken;
  };

  return {
    add(call) {
      (call.inBackground ? background : others).push(call);
    },
    next() {
      const group = others.slice(0, GROUP_SIZE);
      others = others.slice(GROUP_SIZE);
      if (group.length === 0) return takeBackground(BACKGROUND_SIZE);
      if (background.length > 0) gaveWay += group.length;
      return gaveWay < OTHERS_FIRST ? group : [...takeBackground(1), ...group];
    },
    clear() {
      const all = [...others, ...background];
      others = [];
      background = [];
      return all;
    },
    first: () => [...others.slice(0, 1), ...background.slice(0, 1)],
    get length() {
      return others.length + background.length;
    },
  };
}
