/**
 * oidc-provider, without the warning that it prints when imported: it takes every Node that names no LTS release
 * for unsupported, which the Node that npm gives out for version 26 does not.
 */
const log = globalThis.console;
const { warn } = log;
log.warn = () => {};
const library = await import('oidc-provider').finally(() => {
  log.warn = warn;
});

export const { Provider, errors, interactionPolicy } = library;
