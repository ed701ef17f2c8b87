import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AssayError, type Platform } from '@assay/shared';
import { SERVICE_COMMANDS } from '../system/allowed-commands/service.ts';
import { createExec, type Exec } from '../system/exec.ts';
import type { Machine } from './service-manager.ts';

/** Commands may take as long as a service takes to stop. */
const DEADLINE_MS = 60_000;

export function openMachine(platform: Platform, setup: { exec?: Exec; root?: string } = {}): Machine {
  const exec = setup.exec ?? createExec({ root: '/', commands: SERVICE_COMMANDS[platform] });
  const at = (path: string) => (setup.root ? join(setup.root, path) : path);
  return {
    exec,
    async must(command, ...args) {
      const result = await exec.run(command, args, { deadlineMs: DEADLINE_MS });
      if (result.status === 'ok') return result.stdout;
      const said = result.status === 'exit' ? `${result.stderr}\n${result.stdout}`.trim() : result.detail;
      throw new AssayError(
        'service_failed',
        `${command} ${args.join(' ')} failed: ${said || 'without a word'}`,
      );
    },
    read(path) {
      try {
        return readFileSync(at(path), 'utf8');
      } catch {
        return null;
      }
    },
    write(path, content) {
      if (this.read(path) === content) return false;
      try {
        mkdirSync(dirname(at(path)), { recursive: true });
        writeFileSync(at(path), content, { mode: 0o644 });
      } catch (cause) {
        const detail = `cannot write ${path}: ${(cause as Error).message}; run it as administrator`;
        throw new AssayError('service_failed', detail, { cause });
      }
      return true;
    },
    remove: (path) => rmSync(at(path), { force: true }),
  };
}
