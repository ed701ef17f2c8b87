export interface SettingWrites {
  /** Keeps the value that is there already. Gives out the one that holds. */
  setOnce(input: { key: string; value: string }): Promise<string>;
  /** Writes a little, to see whether it can be done. */
  probe(at: number): Promise<void>;
}
