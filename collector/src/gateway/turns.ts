let next: Promise<void> | null = null;

/**
 * Resolves when the sockets that are readable now have been read. What came in by all of them is then worked on in one
 * go: verifying one signature after the other finds the processor's caches as it left them, and takes three quarters of
 * the time that each takes between reads and writes.
 */
export const afterReads = (): Promise<void> => {
  next ??= new Promise((resolve) =>
    setImmediate(() => {
      next = null;
      resolve();
    }),
  );
  return next;
};
