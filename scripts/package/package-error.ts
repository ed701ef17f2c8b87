/** Packaging cannot go on, for a reason that whoever started it can mend: shown without a stack. */
export class PackageError extends Error {
  override name = 'PackageError';
}
