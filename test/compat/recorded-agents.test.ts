import {
  type AgentMessage,
  type CollectorMessage,
  decodeAgentFrame,
  decodeCollectorFrame,
  decodeEnrollment,
} from '@assay/shared';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashToken } from '../../collector/src/enrollment/tokens.ts';
import type { Answer } from '../helpers/in-memory-socket.ts';
import { createWorld, type World } from '../mutations/world.ts';
import {
  bytesOf,
  type RecordedConnection,
  type RecordedFrame,
  recordings,
  type SessionRecording,
  withNewerField,
} from './recording/session-recording.ts';

// What was random when it was recorded; the rest of the collector is today's, down to the database.
const recorded = vi.hoisted(() => ({ nonces: [] as Buffer[], deviceIds: [] as string[] }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const randomBytes = (size: number) => (size === 32 && recorded.nonces.shift()) || real.randomBytes(size);
  return { ...real, randomBytes };
});
vi.mock('uuid', async (original) => {
  const real = await original<{ v7(): string }>();
  return { ...real, v7: () => recorded.deviceIds.shift() ?? real.v7() };
});

describe('what agents of earlier levels said, byte for byte, to the collector of today', () => {
  let world: World;
  afterEach(() => world.close());

  it.each(recordings('agent'))('%s: is understood and answered as it was then', (level, recording) =>
    replayAll(level, recording, (frame) => frame),
  );

  it.each(recordings('agent'))(
    '%s: the same with a field in each frame that nobody knows',
    (level, recording) => replayAll(level, recording, withNewerField),
  );

  async function replayAll(
    level: string,
    recording: SessionRecording,
    toSend: (frame: Buffer) => Buffer,
  ): Promise<void> {
    world = await createWorld(challengeOf(recording.connections[0]).collectorId);
    await allow(recording);
    const said = new Set<string>();
    for (const connection of recording.connections) {
      for (const type of await replay(connection, toSend)) said.add(type);
    }
    const device = await world.store.device(deviceIdIn(recording));
    expect([...said], level).toEqual(expect.arrayContaining(['enroll', 'hello', 'report', 'unchanged']));
    // Rule 6: what a hello of `first` does not tell yet is what a copied disk cannot tell.
    expect(device?.record.state).toBe(level === 'first' ? 'quarantined' : 'active');
  }

  /** The token of then, once more. */
  async function allow({ connections }: SessionRecording): Promise<void> {
    const [enroll] = connections.flatMap(({ frames }) => agentMessages(frames, 'enroll'));
    if (enroll?.type !== 'enroll') throw new Error('nobody enrolls in this recording');
    const { token } = decodeEnrollment(enroll.envelope.payload);
    const createdAt = connections[0]?.openedAt ?? 0;
    await world.store.createEnrollmentToken({
      ...{ id: 'recorded', hash: hashToken(token), createdAt, expiresAt: createdAt + 86_400_000 },
      ...{ uses: 1, used: 0, owner: null, groups: [], approval: false, onConflict: 'quarantine' },
    });
  }

  /** @returns what the agent said, in order */
  async function replay(
    connection: RecordedConnection,
    toSend: (frame: Buffer) => Buffer,
  ): Promise<string[]> {
    world.now = connection.openedAt;
    recorded.nonces.push(Buffer.from(challengeOf(connection).nonce));
    const { socket, challenge } = await world.connect();
    expect(Buffer.from(challenge.nonce)).toEqual(Buffer.from(challengeOf(connection).nonce));
    const said: string[] = [];
    for (const frame of connection.frames.slice(1)) {
      const [from, afterMs] = frame;
      world.now = connection.openedAt + afterMs;
      if (from === 'agent') {
        said.push(decodeAgentFrame(bytesOf(frame)).type);
        socket.say(toSend(bytesOf(frame)));
        continue;
      }
      const then = decodeCollectorFrame(bytesOf(frame));
      if (!then || then.type === 'command') continue;
      if (then.type === 'enrolled') recorded.deviceIds.push(then.deviceId);
      expect(summaryOf(await socket.next())).toEqual(summaryOf(then));
    }
    socket.hangUp();
    return said;
  }
});

function deviceIdIn({ connections }: SessionRecording): string {
  for (const frame of connections.flatMap(({ frames }) => frames)) {
    const message = frame[0] === 'collector' ? decodeCollectorFrame(bytesOf(frame)) : null;
    if (message?.type === 'enrolled') return message.deviceId;
  }
  throw new Error('nobody was enrolled in this recording');
}

const challengeOf = (connection: RecordedConnection | undefined) => {
  const first = connection?.frames[0];
  const message = first && decodeCollectorFrame(bytesOf(first));
  if (message?.type !== 'challenge') throw new Error('a recorded connection begins with a challenge');
  return message;
};

const agentMessages = (frames: readonly RecordedFrame[], type: AgentMessage['type']): AgentMessage[] =>
  frames
    .filter(([from]) => from === 'agent')
    .map((frame) => decodeAgentFrame(bytesOf(frame)))
    .filter((message) => message.type === type);

/** What must be the same; scores and words belong to a policy, which has changed since. */
function summaryOf(answer: CollectorMessage | Answer): unknown {
  switch (answer.type) {
    case 'enrolled':
      return { type: answer.type, deviceId: answer.deviceId, state: answer.state };
    case 'welcome':
      return { type: answer.type, lastReportNumber: answer.lastReportNumber };
    case 'ack':
    case 'history_ack':
      return { type: answer.type, reportNumber: answer.reportNumber };
    case 'rotated':
      return { type: answer.type, keyId: Buffer.from(answer.keyId).toString('hex') };
    default:
      return { type: answer.type };
  }
}
