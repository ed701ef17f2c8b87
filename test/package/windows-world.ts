import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Compression } from '../../scripts/package/compression.ts';
import { makeMsi, serviceHost } from '../../scripts/package/windows/msi.ts';
import { type CollectorProcess, startCollectorProcess } from '../helpers/collector-process.ts';
import { MINGW, MSI, OSSLSIGNCODE, packaged, WIXL } from './packaging.ts';
import { openWine, TWIN, WINE, type Wine, windowsPath } from './wine.ts';

export const WINDOWS_NEEDS = [WINE, WIXL, MSI, MINGW, OSSLSIGNCODE];

/** A Windows that was never used before, installers to be tried on it, and a collector to report to. */
export interface WindowsWorld {
  wine: Wine;
  collector: CollectorProcess;
  /** Executables by version: twins of the shipped ones. */
  agents: Record<string, string>;
  installer(version: string): string;
  /** Installs (`/i`) or removes (`/x`) a version, as IT's tools do. */
  msiexec(action: '/i' | '/x', version: string, ...properties: string[]): Promise<void>;
  close(): Promise<void>;
}

interface WindowsOptions {
  /** The versions that get an installer, and how it is packed. */
  installers: Record<string, Compression>;
  updateRoot?: string;
  collectorOptions?: string[];
}

export async function openWindowsWorld({
  installers,
  updateRoot,
  collectorOptions = [],
}: WindowsOptions): Promise<WindowsWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'assay-windows-'));
  const installer = (version: string) => join(dir, `assay-agent-${version}.msi`);
  const agents: Record<string, string> = {};
  for (const [version, compression] of Object.entries(installers)) {
    const agent = await packaged('agent', 'win-x64', version, TWIN);
    agents[version] = agent;
    const files = { agent, serviceHost: await serviceHost(), updateRoot: updateRoot ?? null };
    await makeMsi(files, { version, arch: 'x64', compression }, installer(version));
  }
  const wine = await openWine();
  const collector = await startCollectorProcess({
    ...{ dataDir: join(dir, 'collector'), options: collectorOptions },
  });
  return {
    ...{ wine, collector, agents, installer },
    async msiexec(action, version, ...properties) {
      const words = [action, windowsPath(installer(version)), ...properties, '/qn'];
      expect((await wine.run('msiexec', ...words)).code).toBe(0);
    },
    async close() {
      await collector.stop();
      await wine.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
