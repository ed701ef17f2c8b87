/** Whether a database folds the case of a text by itself: it does so of ASCII alone. */
export const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** One spelling of what people take for the same: whatever its case, and composed characters or not. */
export const inOneSpelling = (text: string): string => text.normalize('NFC').toLowerCase();
