import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';

// Longer paths can't name a socket (sun_path, unix(7)); macOS has the least room.
const MAX_SOCKET_PATH_BYTES = 103;

/**
 * Keeps a second agent off the same state: two would use the same report numbers, and look like a cloned disk. The
 * mark is a socket that only the agent's user can reach, so what a killed agent leaves behind is told from one that runs.
 * Where none can be made (a full disk, a path too long, Windows) the agent runs without.
 * @returns how to let go
 * @throws AssayError `agent_running`
 */
export async function holdSoleRun(stateDir: string): Promise<() => void> {
  const path = join(stateDir, 'agent.sock');
  if (process.platform === 'win32' || Buffer.byteLength(path) > MAX_SOCKET_PATH_BYTES) return () => {};
  const server = (await listen(path)) ?? (await takeOver(path));
  return () => server?.close();
}

async function takeOver(path: string): Promise<Server | null> {
  if (await answers(path)) {
    throw new AssayError(
      'agent_running',
      `an agent runs on ${path.slice(0, path.lastIndexOf('/'))} already: end it first`,
    );
  }
  rmSync(path, { force: true });
  return listen(path);
}

/** Null when it can't be. */
function listen(path: string): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once('error', () => resolve(null));
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
