/** Whether the agent runs with all rights; always false on Windows, where it is not told by a number. */
export const isRoot = (): boolean => process.getuid?.() === 0;
