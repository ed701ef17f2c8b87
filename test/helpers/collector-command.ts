import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Collector } from '@assay/collector';

const MAIN = fileURLToPath(new URL('../../collector/src/main.ts', import.meta.url));

/** `assay-collector` as an administrator runs it on the machine of this collector. */
export function collectorCommand(collector: Pick<Collector, 'url' | 'caFile'>) {
  const env = {
    ...process.env,
    ASSAY_URL: collector.url,
    ASSAY_DATA_DIR: dirname(dirname(collector.caFile)),
  };
  return (...args: string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) =>
      execFile(process.execPath, [MAIN, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
      ),
    );
}
