import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['{proto,shared,agent,collector,test,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A shared machine may stand still for a while. What only ran out of time is tried once more, and named at the
    // end; a wrong answer never is.
    retry: process.env.CI ? { count: 1, condition: /timed out|Timeout \d+ms exceeded/ } : 0,
  },
});
