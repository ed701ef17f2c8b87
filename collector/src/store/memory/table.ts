/** How to take back what a transaction did so far, the last step first. */
export type Journal = (() => void)[];

/** Rows by their key, in the order in which they came. A row is never changed: another one takes its place. */
export class Table<Row> {
  readonly #rows = new Map<string, Row>();
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** Rows that are as wanted. */
  where(isWanted: (row: Row) => boolean): Row[] {
    return [...this.#rows.values()].filter(isWanted);
  }

  /** @throws Error when there is one of that key */
  insert(key: string, row: Row): void {
    if (this.#rows.has(key)) throw new Error(`there is a row ${key} already`);
    this.put(key, row);
  }

  put(key: string, row: Row): void {
    const before = this.#rows.get(key);
    this.#journal.push(() => (before === undefined ? this.#rows.delete(key) : this.#rows.set(key, before)));
    this.#rows.set(key, row);
  }

  /** @returns false when there is no such row */
  update(key: string, fields: Partial<Row>): boolean {
    const row = this.#rows.get(key);
    if (row !== undefined) this.put(key, { ...row, ...fields });
    return row !== undefined;
  }

  /** @returns how many that were */
  deleteWhere(isWanted: (row: Row, key: string) => boolean): number {
    const rows = [...this.#rows].filter(([key, row]) => isWanted(row, key));
    for (const [key] of rows) this.#rows.delete(key);
    // Back at the end of their table: only ever taken back when a later step of the same deletion fails.
    this.#journal.push(() => {
      for (const [key, row] of rows) this.#rows.set(key, row);
    });
    return rows.length;
  }
}

/** Runs a transaction: what it did is taken back when it throws. */
export function atomically<T>(journal: Journal, run: () => T): T {
  try {
    return run();
  } catch (error) {
    for (const undo of journal.reverse()) undo();
    throw error;
  } finally {
    journal.length = 0;
  }
}
