import { userInfo } from 'node:os';

/** Whose account runs this command, for the audit log; its number where the system has no name for it, as in containers. */
export function account(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.()}`;
  }
}
