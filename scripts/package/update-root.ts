import { readFileSync } from 'node:fs';
import models from '@tufjs/models';
import { PackageError } from './package-error.ts';

/** @throws PackageError when a file is no root metadata by TUF that is signed by its own keys */
export function checkUpdateRoot(file: string): void {
  const { Metadata, MetadataKind } = models;
  try {
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(readFileSync(file, 'utf8')));
    root.verifyDelegate(MetadataKind.Root, root);
  } catch (cause) {
    throw new PackageError(
      `${file} is no trusted root of an update repository (${(cause as Error).message}): npm run release makes them, as metadata/N.root.json`,
    );
  }
}
