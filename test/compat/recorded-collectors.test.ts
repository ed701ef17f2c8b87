import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeCollectorFrame } from '@assay/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AgentProcess, startAgentProcess } from '../e2e/agent-process.ts';
import { createLaptop } from '../laptop/tree.ts';
import { bytesOf, recordings, type SessionRecording, withNewerField } from './recording/session-recording.ts';
import { type ReplayingCollector, startReplayingCollector } from './replaying-collector.ts';

describe.skipIf(process.platform !== 'linux')(
  'what collectors of earlier levels said, byte for byte, to the agent of today',
  () => {
    let dir: string;
    let collector: ReplayingCollector;
    let agent: AgentProcess | null;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'assay-recorded-'));
      mkdirSync(join(dir, 'laptop'));
      agent = null;
    });
    afterEach(async () => {
      await agent?.stop();
      await collector.close();
      rmSync(dir, { recursive: true, force: true });
    });

    const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 50 });
    const lastWord = () => JSON.parse(readFileSync(join(dir, 'agent/last-assessment.json'), 'utf8'));

    it.each(
      recordings('collector').flatMap(([level, recording]) => [
        [level, recording, (frame: Buffer) => frame] as const,
        [`${level}, with a field in each frame that nobody knows`, recording, withNewerField] as const,
      ]),
    )(
      '%s: it enrolls, reports, shows the verdict, and does what it is told',
      async (_, recording, toSend) => {
        collector = await startReplayingCollector(recording, dir, toSend);
        const laptop = createLaptop(join(dir, 'laptop'));
        const { joinString } = collector;
        agent = await startAgentProcess({ joinString, stateDir: join(dir, 'agent'), root: laptop.root });
        await until(() =>
          expect(lastWord()).toMatchObject({ reportNumber: 1, assessment: verdict(recording, 1) }),
        );
        laptop.decryptDisk();
        await until(() =>
          expect(lastWord()).toMatchObject({ reportNumber: 2, assessment: verdict(recording, 2) }),
        );
        if (collector.say('recheck')) await until(() => expect(collector.heard).toContain('report 3'));
        if (collector.say('rotate_key')) await until(() => expect(collector.heard).toContain('rotate'));
        expect(collector.heard.slice(0, 3)).toEqual(['enroll', 'hello', 'report 1']);
      },
      90_000,
    );
  },
);

/** What the collector of then said of a report. */
function verdict({ connections }: SessionRecording, reportNumber: number): object {
  for (const frame of connections.flatMap(({ frames }) => frames)) {
    const message = frame[0] === 'collector' ? decodeCollectorFrame(bytesOf(frame)) : null;
    if (message?.type !== 'ack' || message.reportNumber !== reportNumber || !message.assessment) continue;
    const { score, tier } = message.assessment;
    return { score, tier };
  }
  throw new Error(`nothing was said of report ${reportNumber}`);
}
