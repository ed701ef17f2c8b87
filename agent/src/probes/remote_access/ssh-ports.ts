import { ifThere } from '../../system/file-error.ts';
import type { Files } from '../../system/files.ts';

/**
 * Ports that sshd_config(5) names beside the well-known one; whether somebody waits there is another question.
 * @param path of the file; what `path.d` holds counts too
 * @throws FileError for what may not be read: who waits on a port that it names would go unseen
 */
export async function readSshPorts(files: Files, path: string): Promise<number[]> {
  const directory = `${path}.d`;
  const names = ((await ifThere(files.list(directory))) ?? []).filter((name) => name.endsWith('.conf'));
  const ports = new Set<number>();
  for (const file of [path, ...names.map((name) => `${directory}/${name}`)]) {
    for (const port of parseSshPorts((await ifThere(files.readText(file))) ?? '')) ports.add(port);
  }
  return [...ports];
}

/** `Port 2222`, `ListenAddress 192.0.2.1:2222` and `ListenAddress [2001:db8::1]:2222`, in any case. */
export function parseSshPorts(text: string): number[] {
  const lines = text.matchAll(
    /^[ \t]*(?:Port[ \t=]+|ListenAddress[ \t=]+(?:\[[^\]\s]+\]|[^\s:[\]]+):)"?(\d{1,5})"?[ \t]*(?:#.*)?\r?$/gim,
  );
  return [...lines].map(([, port]) => Number(port)).filter((port) => port > 0 && port < 65_536);
}
