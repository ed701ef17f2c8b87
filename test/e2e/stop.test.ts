import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJoinString } from '@assay/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCollectorProcess } from '../helpers/collector-process.ts';
import { enrollRaw, openRawSession } from '../helpers/raw-agent.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'assay-stop-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  'a signal that comes twice, as Ctrl-C does through npm, cuts off nothing that is being finished',
  async () => {
    const collector = await startCollectorProcess({ dataDir: dir });
    const { joinString } = await collector.api.call<{ joinString: string }>('POST', '/enrollment-tokens', {});
    const device = await enrollRaw(collector, parseJoinString(joinString).token);
    const { connection } = await openRawSession(collector, device);
    // It hears of the draining before it goes, which the collector waits for.
    connection.socket.on('message', () => process.kill(collector.pid, 'SIGTERM'));
    expect(await collector.stop()).toBe(0);
    expect((await connection.ended).refusal).toMatchObject({ code: 'draining' });
  },
);
