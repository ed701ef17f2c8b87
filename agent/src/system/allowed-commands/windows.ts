/** Every program the agent may ever run on Windows, by its absolute path; as for Linux. */
export const WINDOWS_COMMANDS = {} as const satisfies Record<string, readonly string[]>;
