import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssayError } from '@assay/shared';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { openMemoryStore } from './memory/memory-store.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';
import { DEVICES } from './testdata/few.ts';
import { anyOperation, type Operation } from './testdata/operations.ts';
import { reads } from './testdata/reads.ts';

// Two engines that know nothing of each other: what they agree on is what the ports say, and no habit of SQLite.

const SEQUENCES = Number(process.env.ASSAY_STORE_SEQUENCES ?? 20);

const dir = mkdtempSync(join(tmpdir(), 'assay-engines-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Ids that an engine makes by itself: each is only another word for its place. */
const OWN_IDS = /"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"/g;

/** An answer as text that two engines can be compared by: bytes as hex, own ids left out. */
function told(value: unknown): string {
  const text = JSON.stringify(value, (_, inner) => {
    if (inner instanceof Uint8Array) return Buffer.from(inner).toString('hex');
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return (text ?? 'nothing').replace(OWN_IDS, '"id"');
}

/** What an engine says to each operation, in turn; calls that need not wait for an answer go in a group. */
async function answersOf(open: (name: string) => Promise<Store>, name: string, operations: Operation[]) {
  let store = await open(name);
  const answers: Promise<string>[] = [];
  for (const operation of operations) {
    if (operation.name === 'restart') {
      await Promise.all(answers);
      await store.close();
      store = await open(name);
    } else if (operation.name === 'applyLifecycle') {
      await Promise.all(answers);
      answers.push(answer(store, await withConflict(store, operation)));
    } else answers.push(answer(store, operation));
  }
  await Promise.all(answers);
  answers.push(...reads.map((read) => answer(store, read)));
  const all = await Promise.all(answers);
  await store.close();
  return all;
}

async function answer(store: Store, { name, input }: Operation): Promise<string> {
  try {
    return told(await (store[name as keyof Store] as (input: unknown) => Promise<unknown>)(input));
  } catch (error) {
    if (error instanceof AssayError) return error.code;
    throw error;
  }
}

/** Each engine gives conflicts ids of its own: the first that is open stands for one. */
async function withConflict(store: Store, { name, input }: Operation): Promise<Operation> {
  const [open] = await store.conflictsOf([...DEVICES]);
  const text = JSON.stringify(input).replaceAll('the first open conflict', open?.id ?? 'none');
  return { name, input: JSON.parse(text) };
}

const sequences = fc.array(anyOperation, { minLength: 1, maxLength: 120, size: 'max' });

it(`both engines give the same answers, whatever is asked of them (${SEQUENCES} sequences)`, async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(sequences, async (operations) => {
      const name = join(dir, `${++count}.db`);
      const [sqlite = [], memory = []] = await Promise.all(
        [openSqliteStore, openMemoryStore].map((open) => answersOf(open, name, operations)),
      );
      const asked = [...operations.filter((operation) => operation.name !== 'restart'), ...reads];
      for (const [i, operation] of asked.entries()) {
        expect(memory[i], `${operation.name} ${told(operation.input)}`).toBe(sqlite[i]);
      }
    }),
    { numRuns: SEQUENCES },
  );
}, 120_000);

it('leaves no operation out', async () => {
  const asked = new Set([...fc.sample(anyOperation, 5000), ...reads].map(({ name }) => name as string));
  const left = Object.keys(await openMemoryStore('')).filter((name) => !asked.has(name));
  expect(left.sort()).toEqual(['close', 'probe', 'status']);
});
