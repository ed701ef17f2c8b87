/**
 * A text that a device has a say in, at most so long. Half a character is no text: strict receivers would refuse all of what
 * it is in, for good.
 */
export const shorten = (text: string, maxLength: number): string =>
  text.length > maxLength ? `${text.slice(0, maxLength - 1).toWellFormed()}…` : text;
