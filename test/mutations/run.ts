import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { testSeed } from '../faults/random.ts';
import { type Outcome, runCases, type Tally } from './run-cases.ts';

// The whole mutation run: `npm run test:long`, or with another number of cases as argument. Each thread has a collector
// of its own.

const EVERY = 50_000;

if (isMainThread) await main(Number(process.argv[2] ?? 1_000_000), testSeed());
else {
  const { cases, seed } = workerData as { cases: number; seed: number };
  parentPort?.postMessage(await runCases(cases, seed, (done) => parentPort?.postMessage(done)));
}

async function main(cases: number, seed: number): Promise<void> {
  const threads = Math.min(8, availableParallelism());
  process.stdout.write(`${cases} cases on ${threads} threads, ASSAY_TEST_SEED=${seed}\n`);
  const startedAt = performance.now();
  const done = new Array<number>(threads).fill(0);
  let printed = 0;
  const progress = () => {
    const sum = done.reduce((a, b) => a + b, 0);
    if (sum < printed + EVERY) return;
    printed = sum - (sum % EVERY);
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`${printed} done after ${Math.round(seconds)} s\n`);
  };
  const outcomes = await Promise.all(
    done.map((_, thread) =>
      inThread({ cases: Math.ceil(cases / threads), seed: seed + thread * 7919 }, (count) => {
        done[thread] = count;
        progress();
      }),
    ),
  );
  const wrong = outcomes.flatMap((outcome) => outcome.wrong);
  process.stdout.write(summary(outcomes, wrong, (performance.now() - startedAt) / 1000));
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

function inThread(
  work: { cases: number; seed: number },
  onProgress: (done: number) => void,
): Promise<Outcome> {
  const worker = new Worker(new URL(import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: number | Outcome) => {
      if (typeof message === 'number') onProgress(message);
      else resolve(message);
    });
  });
}

function summary(outcomes: readonly Outcome[], wrong: readonly string[], seconds: number): string {
  const rows = new Map<string, Tally>();
  for (const tally of outcomes.flatMap(({ tallies }) => tallies)) {
    const key = `${tally.statement.padEnd(11)}${tally.attack}`;
    const row = rows.get(key) ?? { ...tally, cases: 0, refused: {}, rightlyAccepted: 0 };
    row.cases += tally.cases;
    row.rightlyAccepted += tally.rightlyAccepted;
    for (const [code, count] of Object.entries(tally.refused))
      row.refused[code] = (row.refused[code] ?? 0) + count;
    rows.set(key, row);
  }
  const lines = [...rows]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, row]) => {
      const refused = Object.entries(row.refused)
        .sort((a, b) => b[1] - a[1])
        .map(([code, count]) => `${code} ${count}`);
      const intact = row.rightlyAccepted > 0 ? [`intact, accepted ${row.rightlyAccepted}`] : [];
      return `${String(row.cases).padStart(9)}  ${key.padEnd(62)} ${[...refused, ...intact].join(', ')}`;
    });
  const cases = outcomes.reduce((sum, outcome) => sum + outcome.cases, 0);
  const intact = [...rows.values()].reduce((sum, { rightlyAccepted }) => sum + rightlyAccepted, 0);
  return [
    '',
    ...lines,
    '',
    ...wrong.slice(0, 20),
    `${cases} cases in ${Math.round(seconds)} s: ${wrong.length} wrongly accepted or otherwise wrong, ` +
      `${intact} honest statements that came through the damage intact, ${cases - intact - wrong.length} refused`,
    '',
  ].join('\n');
}
