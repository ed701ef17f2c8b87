import { AssayError } from '@assay/shared';

/** Of a certificate, its key or its CA. */
export const unusable = (file: string, why: string) =>
  new AssayError('certificate_unusable', `cannot use ${file}: ${why}`);

/** What is made of a file. @throws AssayError `certificate_unusable`, naming the file */
export function usable<T>(file: string, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw unusable(file, (cause as Error).message);
  }
}
