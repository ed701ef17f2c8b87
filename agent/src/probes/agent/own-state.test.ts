import { systemClock } from '@assay/shared';
import { describe, expect, it } from 'vitest';
import { addToTree, makeTree, treeContext } from '../../system/test-tree.ts';
import { createProbeContext } from '../context.ts';
import { hashCode } from './code-hash.ts';
import { agentState } from './own-state.ts';

describe('the agent’s own state', () => {
  it('names the probes that failed, how often and how last, and nothing of the others', async () => {
    const context = treeContext({});
    context.agent.failures.note('tpm', 'crashed', 'TypeError: x');
    context.agent.failures.note('tpm', 'timed_out', 'no answer within 5000 ms');
    context.agent.failures.note('edr', 'timed_out', 'no answer within 15000 ms');
    expect(await agentState.observe(context)).toMatchObject({
      value: {
        failed_probes: 1,
        probes: [
          { signal: 'edr', crashed: 0, timed_out: 1, last: 'no answer within 15000 ms' },
          { signal: 'tpm', crashed: 1, timed_out: 1, last: 'no answer within 5000 ms' },
        ],
      },
    });
  });

  it('counts in steps, so that a probe that always fails is not news at every look', async () => {
    const context = treeContext({});
    const told: number[] = [];
    for (let look = 0; look < 12; look += 1) {
      context.agent.failures.note('tpm', 'timed_out', 'no answer within 5000 ms');
      told.push(context.agent.failures.list()[0]?.timed_out ?? 0);
    }
    expect(told).toEqual([1, 2, 2, 2, 5, 5, 5, 5, 5, 10, 10, 10]);
  });

  it('carries a hash of its own code', async () => {
    const setup = { root: '/', version: '0', keyStorage: 'file' as const, clock: systemClock };
    const codeDir = makeTree({ '/main.ts': 'a' });
    expect(await agentState.observe(createProbeContext({ ...setup, codeDir }))).toMatchObject({
      value: { code_hash: expect.stringMatching(/^[0-9a-f]{64}$/), probes: [] },
    });
    expect(await agentState.observe(createProbeContext(setup))).not.toHaveProperty('value.code_hash');
  });
});

describe('the hash of code', () => {
  it('is the same for the same files and another for changed, added or renamed ones', () => {
    const files = { '/main.ts': 'a', '/probes/os.ts': 'b' };
    const root = makeTree(files);
    const hash = hashCode(root);
    expect(hashCode(makeTree(files))).toBe(hash);
    addToTree(root, { '/main.test.ts': 'tests are no part of it' });
    expect(hashCode(root)).toBe(hash);
    expect(hashCode(makeTree({ ...files, '/main.ts': 'A' }))).not.toBe(hash);
    expect(hashCode(makeTree({ '/main.ts': 'a', '/probes/os2.ts': 'b' }))).not.toBe(hash);
    addToTree(root, { '/extra.js': '' });
    expect(hashCode(root)).not.toBe(hash);
  });

  it('is untold where there is no code to read', () => {
    expect(hashCode(makeTree({}))).toBeUndefined();
    expect(hashCode('/no/such/place')).toBeUndefined();
  });
});
