import type { CommandName } from '../system/allowed-commands/commands.ts';
import type { Exec } from '../system/exec.ts';

/** `unknown`: the platform's own manager could not be asked, e.g. in a container without one. */
export type ServiceState = 'running' | 'stopped' | 'not_installed' | 'unknown';

/** A platform's own way to keep the agent running. Every step may be done again. */
export interface ServiceManager {
  /** Writes its definition, if that is not as it should be. @returns whether it had to */
  define(executable: string): Promise<boolean>;
  /** Starts it now and at every boot. @throws AssayError `service_failed` */
  start(): Promise<void>;
  /** @throws AssayError `service_failed` */
  restart(): Promise<void>;
  /** Stops it and removes its definition. Nothing happens when there is none. */
  remove(): Promise<void>;
  state(): Promise<ServiceState>;
}

/** The machine, as managers change it. */
export interface Machine {
  /** @returns what it printed @throws AssayError `service_failed` */
  must(command: CommandName, ...args: string[]): Promise<string>;
  exec: Exec;
  read(path: string): string | null;
  /** @returns whether the content was another */
  write(path: string, content: string): boolean;
  remove(path: string): void;
}
