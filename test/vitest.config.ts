import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ABOUT_FILES, inMemory } from './other-engine.ts';

const { ASSAY_TEST_STORE: engine = 'sqlite' } = process.env;
if (engine !== 'sqlite' && engine !== 'memory')
  throw new Error(`ASSAY_TEST_STORE: expected sqlite or memory, got ${engine}`);

export default defineConfig({
  plugins: engine === 'memory' ? [inMemory()] : [],
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['{proto,shared,agent,collector,test,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(engine === 'memory' ? ABOUT_FILES : [])],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // As long as a test may take: `expect.poll` would give up after a second.
    expect: { poll: { timeout: 25_000 } },
    // A shared machine may stand still for a while. What only ran out of time is tried once more, and named at the
    // end; a wrong answer never is.
    retry: process.env.CI ? { count: 1, condition: /timed out|Timeout \d+ms exceeded/ } : 0,
  },
});
