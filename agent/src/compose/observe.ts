import { join } from 'node:path';
import { type KeyStorage, type Signals, systemClock, toPlatform, VERSION } from '@assay/shared';
import type { Logger } from 'pino';
import type { AgentConfig } from '../config.ts';
import { collect } from '../evidence/collect.ts';
import { createProbeContext } from '../probes/context.ts';
import { probesFor } from '../probes/registry.ts';

/** Of this machine's platform, with memories of their own. */
export const probesHere = () => probesFor(toPlatform(process.platform));

/** @param log is told which programs ran; missing: nobody is */
export const contextFor = ({ inspectedRoot }: AgentConfig, keyStorage: KeyStorage, log?: Logger) =>
  createProbeContext({
    root: inspectedRoot,
    version: VERSION,
    keyStorage,
    clock: systemClock,
    codeDir: join(import.meta.dirname, '..'),
    onRun: (program, ms) => log?.debug({ program, ms: Math.round(ms) }, 'program ran'),
  });

/** Observes everything once; needs no key, no enrollment and no collector. */
export const observe = (config: AgentConfig): Promise<Signals> =>
  collect(probesHere(), contextFor(config, 'file'), systemClock);
