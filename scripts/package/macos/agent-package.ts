import { join } from 'node:path';
import { launchdFiles } from '../../../agent/src/service/launchd-manager.ts';
import { PLACES } from '../../../agent/src/service/places.ts';
import type { PayloadFile } from '../payload.ts';
import type { Arch } from '../targets.ts';
import type { MacPackage } from './pkg.ts';

const { executable, name } = PLACES.macos;
const script = (name: string) => ({ file: join(import.meta.dirname, 'scripts', name) });

/**
 * The agent for macOS, as a package.
 * @param program what `runtimePayload` makes of it
 */
export const agentPackage = (program: readonly PayloadFile[], version: string, arch: Arch): MacPackage => ({
  identifier: name,
  title: 'Assay agent',
  version,
  arch,
  files: [
    ...program.map((file) => ({ ...file, path: executable.slice(1).replace(/[^/]+$/, file.path) })),
    { path: executable.slice(1).replace(/[^/]+$/, 'uninstall'), mode: 0o755, from: script('uninstall') },
    ...Object.entries(launchdFiles(executable)).map(([path, text]) => ({
      // macOS has /etc as a link, which a package must not replace.
      path: path.replace(/^\/etc\//, '/private/etc/').slice(1),
      mode: 0o644,
      from: { text },
    })),
  ],
  scripts: ['preinstall', 'postinstall'].map((path) => ({ path, mode: 0o755, from: script(path) })),
});
