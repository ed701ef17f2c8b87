import manifest from '../package.json' with { type: 'json' };

/** Version of agent and collector alike: they are released together. */
export const VERSION: string = manifest.version;
