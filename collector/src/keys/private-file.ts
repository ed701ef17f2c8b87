import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Makes an empty file for its owner alone where there is none: SQLite would make it for everybody to read. */
export function keepPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

/** Writes a file whole or not at all, readable by its owner alone unless told otherwise; survives a power cut. */
export function writePrivateFile(file: string, content: string, mode = 0o600): void {
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', mode);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}
