/** Every program the agent may ever run on macOS, by its absolute path; as for Linux. */
export const MACOS_COMMANDS = {} as const satisfies Record<string, readonly string[]>;
