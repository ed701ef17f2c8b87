type Comparison<Row> = (a: Row, b: Row) => number;

/** By text as databases order it: by its UTF-8 bytes. */
export const byText =
  <Row>(text: (row: Row) => string): Comparison<Row> =>
  (a, b) =>
    Buffer.compare(Buffer.from(text(a)), Buffer.from(text(b)));

export const byNumber =
  <Row>(number: (row: Row) => number): Comparison<Row> =>
  (a, b) =>
    number(a) - number(b);

export const descending =
  <Row>(compare: Comparison<Row>): Comparison<Row> =>
  (a, b) =>
    compare(b, a);

/** By the first comparison that tells two apart. */
export const inOrder =
  <Row>(...comparisons: Comparison<Row>[]): Comparison<Row> =>
  (a, b) => {
    for (const compare of comparisons) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };

/** Those with an id after another, in order. */
export const pageOf = <Row extends { id: string }>(
  rows: readonly Row[],
  { after, limit }: { after: string; limit: number },
): Row[] =>
  rows
    .filter(({ id }) => id > after)
    .sort(byText(({ id }) => id))
    .slice(0, limit);

/** As databases fold case: ASCII alone. */
export const foldCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Bytes as a key. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
