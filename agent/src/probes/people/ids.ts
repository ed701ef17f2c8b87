/** In lower case; undefined for what is none: these ids come from files and tools that others write. */
export const toGuid = (text = ''): string | undefined =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;

/** What looks like an e-mail address. */
export const toAddress = (text = ''): string | undefined =>
  text.length <= 254 && /^[^\s@*]+@[^\s@]+$/.test(text) ? text : undefined;
