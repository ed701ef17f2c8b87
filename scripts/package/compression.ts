/** `small` is what is shipped, `quick` is for trying things. */
export type Compression = 'small' | 'quick';
